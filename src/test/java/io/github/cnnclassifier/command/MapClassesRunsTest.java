
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import io.github.cnnclassifier.launch.Commands;

/** Runs of Map Classes that meet others, or end early. */
@Timeout(120)
class MapClassesRunsTest {

	private static final int SIZE = 140;
	private static final int LARGE = 600;

	@TempDir
	private Path folder;

	/** A training shows its figures in the same table. */
	@BeforeAll
	static void train() {
		TinyModels.digits();
	}

	@BeforeEach
	void emptyResults() {
		ResultsTable.getResultsTable().reset();
	}

	@AfterEach
	void noKeyIsPressed() {
		IJ.resetEscape();
	}

	private static ImagePlus field(final int size) {
		final ByteProcessor pixels = new ByteProcessor(size, size);
		for (int i = 0; i < size / 28 * (size / 28); i++) {
			pixels.insert(PlainImageJ.digit(i % 10).getProcessor(), i * 28 % (size /
				28 * 28), i / (size / 28) * 28);
		}
		return new ImagePlus("field " + size, pixels);
	}

	private void map(final ImagePlus image, final String more) {
		PlainImageJ.run(Commands.MAP_CLASSES, image, "model=[" + TinyModels
			.digits() + "] " + more);
	}

	private String file(final String name) {
		return "[" + folder.resolve(name) + "]";
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().toList();
		}
	}

	/** Runs while another thread waits for the files in the making. */
	private void mapAnd(final ImagePlus image, final String more,
		final Runnable event) throws Exception
	{
		final ExecutorService other = Executors.newSingleThreadExecutor();
		try {
			final Future<?> done = other.submit(() -> {
				while (files().isEmpty()) {
					TimeUnit.MILLISECONDS.sleep(1);
				}
				event.run();
				return null;
			});
			map(image, more);
			done.get(1, TimeUnit.MINUTES);
		}
		finally {
			other.shutdownNow();
		}
	}

	@Test
	void escapeLeavesTheImageAsItWasAndNoFile() throws Exception {
		final ImagePlus image = field(LARGE);
		image.setOverlay(new Overlay(new Roi(1, 2, 3, 4)));
		image.setRoi(5, 6, 500, 500);
		image.changes = false;
		final byte[] before = ((byte[]) image.getProcessor().getPixels()).clone();
		mapAnd(image, "stride=2 output=" + file("m.tif") + " probabilityFile=" +
			file("p.tif") + " areaFile=" + file("a.csv"), () -> IJ.setKeyDown(
				KeyEvent.VK_ESCAPE));
		IJ.resetEscape();
		assertEquals(List.of(), files());
		assertEquals(0, ResultsTable.getResultsTable().size());
		assertEquals(1, image.getOverlay().size());
		assertEquals(new Roi(5, 6, 500, 500).getBounds(), image.getRoi()
			.getBounds());
		assertArrayEquals(before, (byte[]) image.getProcessor().getPixels());
		assertFalse(image.changes);
		assertFalse(image.isLocked());
	}

	@Test
	void escapeBeforeTheFirstWindowOpensNothing() {
		final ImagePlus image = field(SIZE);
		image.getStack();
		final ImagePlus[] map = new ImagePlus[1];
		final ImagePlus pressing = new ImagePlus("pressing", image.getProcessor()) {

			@Override
			public int getWidth() {
				if (isLocked()) IJ.setKeyDown(KeyEvent.VK_ESCAPE);
				return super.getWidth();
			}
		};
		map[0] = (ImagePlus) PlainImageJ.module(Commands.MAP_CLASSES, pressing,
			"model=[" + TinyModels.digits() + "]").getOutput("classMap");
		assertNull(map[0]);
		assertFalse(pressing.isLocked());
	}

	@Test
	void anImageThatIsClosedMeanwhileIsMappedToTheEnd() throws Exception {
		map(field(LARGE), "stride=7 output=" + file("whole.tif"));
		final byte[] expected = (byte[]) IJ.openImage(folder.resolve("whole.tif")
			.toString()).getProcessor().getPixels();
		final double rows = ResultsTable.getResultsTable().size();
		Files.delete(folder.resolve("whole.tif"));
		final ImagePlus image = field(LARGE);
		mapAnd(image, "stride=7 output=" + file("m.tif"), () -> {
			image.close();
			image.flush();
		});
		assertArrayEquals(expected, (byte[]) IJ.openImage(folder.resolve("m.tif")
			.toString()).getProcessor().getPixels());
		assertEquals(2 * rows, ResultsTable.getResultsTable().size());
		assertFalse(image.isLocked());
	}

	/** Each has an image of its own; all have one Results table. */
	@Test
	void mapsAtTheSameTimeAreEqualAndKeepTheirRowsTogether() throws Exception {
		final int runs = 6;
		final ExecutorService threads = Executors.newFixedThreadPool(3);
		final CountDownLatch start = new CountDownLatch(1);
		final List<Future<?>> all = new ArrayList<>();
		for (int i = 0; i < runs; i++) {
			final String name = file(i + ".tif");
			all.add(threads.submit(() -> {
				start.await();
				map(field(SIZE), "output=" + name);
				return null;
			}));
		}
		start.countDown();
		for (final Future<?> run : all) {
			run.get(1, TimeUnit.MINUTES);
		}
		threads.shutdown();
		final ResultsTable table = ResultsTable.getResultsTable();
		final int answers = table.size() / runs;
		assertTrue(answers > 1);
		assertEquals(runs * answers, table.size());
		for (int row = 0; row < table.size(); row++) {
			assertEquals(table.getValue("value", row % answers), table.getValue(
				"value", row), "row " + row);
			assertEquals(table.getValue("pixels", row % answers), table.getValue(
				"pixels", row), "row " + row);
		}
		for (int i = 1; i < runs; i++) {
			assertArrayEquals(Files.readAllBytes(folder.resolve("0.tif")), Files
				.readAllBytes(folder.resolve(i + ".tif")));
		}
	}

	@Test
	void twoRunsOfOneOutputLeaveOneWholeFile() throws Exception {
		final ExecutorService threads = Executors.newFixedThreadPool(2);
		final List<Future<?>> all = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			all.add(threads.submit(() -> map(field(SIZE), "overwrite output=" + file(
				"m.tif"))));
		}
		for (final Future<?> run : all) {
			run.get(1, TimeUnit.MINUTES);
		}
		threads.shutdown();
		assertEquals(List.of(folder.resolve("m.tif")), files());
		assertEquals(SIZE, IJ.openImage(folder.resolve("m.tif").toString())
			.getWidth());
	}

	@Test
	void rowsOfOtherCommandsAtTheSameTimeStay() throws Exception {
		final ExecutorService threads = Executors.newFixedThreadPool(3);
		final CountDownLatch start = new CountDownLatch(1);
		final List<Future<?>> all = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			final boolean image = i % 2 == 0;
			all.add(threads.submit(() -> {
				start.await();
				if (image) PlainImageJ.run(Commands.CLASSIFY_IMAGE, PlainImageJ.digit(
					3), "model=[" + TinyModels.digits() + "]");
				else map(field(SIZE), "");
				return null;
			}));
		}
		start.countDown();
		for (final Future<?> run : all) {
			run.get(1, TimeUnit.MINUTES);
		}
		threads.shutdown();
		final ResultsTable table = ResultsTable.getResultsTable();
		int images = 0;
		for (int row = 0; row < table.size(); row++) {
			if (table.getStringValue("image", row).equals("3_000.png")) images++;
		}
		assertEquals(6, images);
	}
}
