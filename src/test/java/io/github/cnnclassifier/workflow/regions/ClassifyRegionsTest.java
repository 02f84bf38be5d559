
package io.github.cnnclassifier.workflow.regions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.image.ImagePlanes;
import io.github.cnnclassifier.image.MadePlanes;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionCropping;
import io.github.cnnclassifier.image.RegionMask;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.image.UnusableRegion;
import io.github.cnnclassifier.inference.RegionAnswer;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.progress.StopsAt;
import io.github.cnnclassifier.workflow.InputOverrides;

/** Regions of a black image in three slices; the model is the shipped one. */
class ClassifyRegionsTest {

	private static final int SIDE = 28;

	private final List<Integer> madeSlices = new ArrayList<>();

	/** Value of every pixel: 300 in slice 2, outside the model's range. */
	private final ImagePlanes planes = new MadePlanes(3, 1, (slice, frame) -> {
		madeSlices.add(slice);
		final float[] values = new float[SIDE * SIDE];
		values[0] = slice == 1 ? 300 : 200;
		return new SampleImage(SIDE, SIDE, 1, false, slice == 1 ? 16 : 8, Pixels.of(
			values), null, "black");
	});

	private static RegionOfInterest region(final int index, final int slice) {
		return new RegionOfInterest(index, "r" + index, "", new Region(0, 0, SIDE,
			SIDE), RegionMask.ALL, slice, 1);
	}

	private final List<ClassifyRegions.Result> stopped = new ArrayList<>();

	private ClassifyRegions.Result run(final List<RegionOfInterest> regions,
		final List<UnusableRegion> unusable, final Progress progress)
		throws IOException
	{
		return run(regions, unusable, Optional.empty(), progress);
	}

	private ClassifyRegions.Result run(final List<RegionOfInterest> regions,
		final List<UnusableRegion> unusable, final Optional<Path> features,
		final Progress progress) throws IOException
	{
		return new ClassifyRegions(CnnClassifier.tools(Progress.none()),
			stopped::add, progress).run(new ClassifyRegions.Request(planes, regions,
				unusable, RegionCropping.PLAIN, Path.of("digits"), InputOverrides.NONE,
				Threshold.NONE, features.map(file -> new ClassifyRegions.FeatureFile(
					file, "black"))));
	}

	@Test
	void answersAreInTheOrderOfTheList() throws Exception {
		final ClassifyRegions.Result result = run(List.of(region(1, 3), region(2,
			1), region(4, 3), region(5, 1)), List.of(new UnusableRegion(3, "r3",
				"it is a line"), new UnusableRegion(0, "damaged", "no ROI")), Progress
					.none());
		assertEquals(List.of("damaged", "r1", "r2", "r3", "r4", "r5"), result
			.answers().stream().map(RegionAnswer::name).toList());
		assertEquals(2, result.failed());
		assertEquals(4, result.counts().values().stream().mapToInt(n -> n).sum());
		assertEquals(10, result.counts().size());
	}

	/** Where one plane ends, threads that are behind may ask for it again. */
	@Test
	void planesAreNotMadeForEachRegionHoweverTheyAreMixed() throws Exception {
		final List<RegionOfInterest> mixed = IntStream.rangeClosed(1, 200).mapToObj(
			i -> region(i, i % 2 == 0 ? 1 : 3)).toList();
		assertEquals(0, run(mixed, List.of(), Progress.none()).failed());
		final int most = 2 + 2 * Runtime.getRuntime().availableProcessors();
		assertTrue(madeSlices.size() <= Math.min(most, 100), madeSlices::toString);
		assertEquals(0, madeSlices.get(0));
	}

	@Test
	void regionThatDoesNotFitTheModelIsAnAnswerWithItsReason() throws Exception {
		final ClassifyRegions.Result result = run(List.of(region(1, 1), region(2,
			2)), List.of(), Progress.none());
		assertTrue(result.answers().get(0).isClassified());
		assertTrue(result.answers().get(1).error().contains("300"), result.answers()
			.get(1).error());
		assertEquals("r2", result.failures().get(0).name());
	}

	/** They are classified plane by plane. */
	@Test
	void featuresAreInTheOrderOfTheListWhateverThePlanes(
		@TempDir final Path folder) throws Exception
	{
		final Path file = folder.resolve("f.csv");
		run(List.of(region(1, 3), region(2, 2), region(4, 1)), List.of(
			new UnusableRegion(3, "r3", "it is a line")), Optional.of(file), Progress
				.none());
		final List<String> rows = Files.readAllLines(file);
		assertEquals(List.of("image,index,roi,slice,frame", "black,1,r1,3,1",
			"black,2,r2,2,1", "black,3,r3,,", "black,4,r4,1,1"), rows.stream().map(
				row -> String.join(",", Arrays.copyOf(row.split(",", -1), 5)))
				.toList());
		assertTrue(rows.get(2).contains("300"), rows.get(2));
		assertTrue(rows.get(3).endsWith(",,it is a line"), rows.get(3));
		assertEquals(rows.get(1).replace("black,1,r1,3,1", ""), rows.get(4).replace(
			"black,4,r4,1,1", ""));
	}

	@Test
	void aStoppedRunLeavesNoFileOfFeatures(@TempDir final Path folder)
		throws IOException
	{
		final List<RegionOfInterest> regions = IntStream.rangeClosed(1, 300)
			.mapToObj(i -> region(i, 1)).toList();
		assertThrows(CanceledException.class, () -> run(regions, List.of(), Optional
			.of(folder.resolve("f.csv")), StopsAt.begin()));
		assertFalse(stopped.get(0).answers().isEmpty());
		try (Stream<Path> left = Files.list(folder)) {
			assertEquals(List.of(), left.toList());
		}
	}

	@Test
	void whatIsDoneWhenTheUserStopsIsKept() {
		final List<RegionOfInterest> regions = IntStream.rangeClosed(1, 2000)
			.mapToObj(i -> region(i, 1)).toList();
		final boolean[] enough = new boolean[1];
		final Progress progress = StopsAt.begin();
		assertThrows(CanceledException.class, () -> run(regions, List.of(),
			progress));
		final List<RegionAnswer> done = stopped.get(0).answers();
		assertTrue(!done.isEmpty() && done.size() < regions.size(), "done " + done
			.size());
		assertEquals(regions.subList(0, done.size()).stream().map(
			RegionOfInterest::index).toList(), done.stream().map(RegionAnswer::index)
				.toList());
	}
}
