
package io.github.cnnclassifier.workflow.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.TextImages;
import io.github.cnnclassifier.image.ImageOrigin;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.ImageWriter;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionMask;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;

/** What happens to labels and names of classes while the disk refuses. */
class LabelWriterTest {

	@TempDir
	private Path root;

	private Path list;
	private final Disk disk = new Disk();
	private LabelSession session;

	/** Copies of crops go to it; it may refuse. */
	private static final class Disk implements ImageWriter {

		private final LabelingFakes.TextWriter writer =
			new LabelingFakes.TextWriter();
		private volatile RuntimeException fault;
		private volatile CountDownLatch held;
		private final CountDownLatch reached = new CountDownLatch(1);

		@Override
		public void write(final SampleImage image, final Path file)
			throws IOException
		{
			final CountDownLatch gate = held;
			if (gate != null) {
				held = null;
				reached.countDown();
				await(gate);
				throw new IOException("the disk is full");
			}
			if (fault != null) throw fault;
			writer.write(image, file);
		}

		@Override
		public String extension() {
			return writer.extension();
		}
	}

	private static void await(final CountDownLatch latch) {
		try {
			assertTrue(latch.await(1, TimeUnit.MINUTES));
		}
		catch (final InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	/** Three regions of an open image, whose pixels go to the disk as copies. */
	@BeforeEach
	void open() throws IOException {
		final ImagePlanes field = ImagePlanes.of(new SampleImage(6, 1, 1, false, 16,
			Pixels.of(new float[] { 1, 2, 3, 4, 5, 6 }), null, "field"));
		final LabelSource source = LabelSource.ofRegions(field, new ImageOrigin(
			"field.tif", "field.tif"), List.of(region(1, 0), region(2, 2), region(3,
				4)), List.of(), RegionCropping.PLAIN);
		list = root.resolve("field labels/labels.csv");
		session = LabelingFakes.session(source, list, List.of("a", "b"), disk,
			new ArrayList<>());
	}

	private static RegionOfInterest region(final int index, final int x) {
		return new RegionOfInterest(index, "cell " + index, "", new Region(x, 0, 2,
			1), RegionMask.ALL, 1, 1);
	}

	@AfterEach
	void close() throws IOException {
		session.close();
	}

	private CompletableFuture<Void> label(final int crop, final String label) {
		return session.label(new int[] { crop }, label);
	}

	/** What training reads, as "1 a" by the first pixel. */
	private Set<String> onDisk() {
		return LabeledImages.openAsFound(list, new TextImages(), Set.of()).samples()
			.stream().map(sample -> {
				try {
					return (int) sample.source().read().pixels().toFloats()[0] + " " +
						sample.label();
				}
				catch (final IOException e) {
					return e.getMessage();
				}
			}).collect(Collectors.toSet());
	}

	/** A folder in the place of the list. */
	private Path refuse() throws IOException {
		Files.deleteIfExists(list);
		return Files.createDirectories(list.resolve("in the way"));
	}

	private void allow(final Path inTheWay) throws IOException {
		Files.delete(inTheWay);
		Files.delete(list);
	}

	@Test
	void aNewNameOfAClassThatTheDiskRefusesIsTriedAgain() throws Exception {
		label(0, "a").get();
		label(1, "b").get();
		final Path inTheWay = refuse();
		assertThrows(ExecutionException.class, () -> session.renameClass("a", "x")
			.get(1, TimeUnit.MINUTES));
		assertThrows(ExecutionException.class, () -> session.renameClass("x", "y")
			.get(1, TimeUnit.MINUTES));
		assertEquals(2, session.counts().unsaved());
		assertEquals(Optional.of("y"), session.state(0).confirmed());
		allow(inTheWay);
		label(2, "y").get();
		assertEquals(Set.of("1 y", "3 b", "5 y"), onDisk());
		assertEquals(0, session.counts().unsaved());
	}

	@Test
	void anotherClassMayGetTheFormerNameMeanwhile() throws Exception {
		label(0, "a").get();
		final Path inTheWay = refuse();
		session.renameClass("a", "x");
		session.addClass("a");
		assertThrows(ExecutionException.class, () -> label(1, "a").get(1,
			TimeUnit.MINUTES));
		assertEquals(2, session.counts().unsaved());
		allow(inTheWay);
		session.save();
		assertEquals(Set.of("1 x", "3 a"), onDisk());
	}

	@Test
	void labelsThatAreTriedAgainHaveTheNameThatTheirClassGotMeanwhile()
		throws Exception
	{
		disk.held = new CountDownLatch(1);
		final CountDownLatch gate = disk.held;
		final CompletableFuture<Void> first = label(0, "a");
		await(disk.reached);
		final CompletableFuture<Void> renamed = session.renameClass("a", "x");
		gate.countDown();
		assertThrows(ExecutionException.class, () -> first.get(1,
			TimeUnit.MINUTES));
		renamed.get(1, TimeUnit.MINUTES);
		label(1, "x").get();
		assertEquals(Set.of("1 x", "3 x"), onDisk());
	}

	@Test
	void aFaultOfTheProgramEndsTheWaitingToo() throws Exception {
		label(0, "a").get();
		delete(list.getParent());
		disk.fault = new IllegalStateException("a fault");
		assertTrue(assertThrows(ExecutionException.class, () -> session.renameClass(
			"a", "x").get(1, TimeUnit.MINUTES)).getMessage().contains("a fault"));
		disk.fault = null;
		session.save();
		assertEquals(Set.of("1 x"), onDisk());
	}

	@Test
	void whatIsNotOnTheDiskIsSavedOnDemand() throws Exception {
		label(0, "a").get();
		final Path inTheWay = refuse();
		assertThrows(ExecutionException.class, () -> label(1, "b").get());
		assertTrue(assertThrows(IOException.class, session::save).getMessage()
			.startsWith("Labels could not be saved: "));
		assertEquals(1, session.counts().unsaved());
		allow(inTheWay);
		session.save();
		assertEquals(Set.of("1 a", "3 b"), onDisk());
		session.save();
	}

	@Test
	void aFolderOfLabelsThatWasDeletedIsMadeAnewWithItsCopies() throws Exception {
		label(0, "a").get();
		label(1, "b").get();
		delete(list.getParent());
		label(2, "a").get();
		assertEquals(Set.of("1 a", "3 b", "5 a"), onDisk());
		delete(list.getParent());
		session.renameClass("a", "x").get();
		assertEquals(Set.of("1 x", "3 b", "5 x"), onDisk());
	}

	@Test
	void aListThatWasDeletedIsThereAgainBeforeTheEnd() throws Exception {
		label(0, "a").get();
		delete(list.getParent());
		session.save();
		assertEquals(Set.of("1 a"), onDisk());
	}

	@Test
	void whoGivesNoLabelLeavesTheListOfOthersAsItIs() throws Exception {
		session.close();
		final String others = "path,class,note\nelsewhere.img,x,mine\n";
		Files.createDirectories(list.getParent());
		for (final String text : List.of(others, "path,class\n")) {
			Files.writeString(list, text);
			open();
			session.save();
			session.close();
			assertEquals(text, Files.readString(list));
		}
	}

	@Test
	void aNewNameOfAClassWithoutLabelsNeedsNoDisk() throws Exception {
		final Path inTheWay = refuse();
		session.renameClass("b", "c").get(1, TimeUnit.MINUTES);
		allow(inTheWay);
		assertFalse(Files.exists(list));
	}

	private static void delete(final Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (final Path path : all.sorted(Comparator.reverseOrder()).toList())
				Files.delete(path);
		}
	}
}
