
package io.github.cnnclassifier.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.engine.Network;
import io.github.cnnclassifier.engine.RandomWeights;
import io.github.cnnclassifier.engine.ReferenceEngine;
import io.github.cnnclassifier.engine.SmallMemory;
import io.github.cnnclassifier.engine.dl4j.Batches;
import io.github.cnnclassifier.engine.dl4j.Dl4jEngine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.InputFrame;
import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.LayerSpec.Conv;
import io.github.cnnclassifier.model.LayerSpec.Dense;
import io.github.cnnclassifier.model.LayerSpec.Flatten;
import io.github.cnnclassifier.model.LayerSpec.GlobalAveragePool;
import io.github.cnnclassifier.model.LayerSpec.Relu;
import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.model.Tensor;
import io.github.cnnclassifier.model.Weights;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/**
 * With a network whose weights are made by hand: class 0 has upright stripes,
 * class 1 lying ones, class 2 none.
 */
class HeatMapperTest {

	private static final int SIDE = 24;
	private static final int PATCH = 6;
	private static final NetworkSpec SPEC = new NetworkSpec(new Architecture(
		"stripes", List.of(new Conv(2, 3, 1, 1, true), new Relu(),
			new GlobalAveragePool(), new Dense(0))), new InputShape(1, SIDE, SIDE),
		3);
	private static final List<String> NAMES = List.of("upright", "lying", "none");
	private static final ClassLabels LABELS = new ClassLabels(NAMES);
	private static final float[] UPRIGHT = { -1, 2, -1, -1, 2, -1, -1, 2, -1 };
	private static final float[] LYING = { -1, -1, -1, 2, 2, 2, -1, -1, -1 };
	private static final int UPRIGHT_X = 3;
	private static final int UPRIGHT_Y = 4;
	private static final int LYING_X = 15;
	private static final int LYING_Y = 13;

	private static Weights weights() {
		final float[] kernels = Arrays.copyOf(UPRIGHT, 2 * UPRIGHT.length);
		System.arraycopy(LYING, 0, kernels, UPRIGHT.length, LYING.length);
		return new Weights(List.of(new Tensor("conv1.weight", new int[] { 2, 1, 3,
			3 }, kernels), new Tensor("conv1.bias", new int[] { 2 }, new float[] { -1,
				-1 }), new Tensor("dense1.weight", new int[] { 2, 3 }, new float[] { 20,
					0, 0, 0, 20, 0 }), new Tensor("dense1.bias", new int[] { 3 },
						new float[] { 0, 0, 2 })));
	}

	/** Faint noise with a patch of upright and one of lying stripes. */
	private static float[] stripes(final int side) {
		final SplittableRandom random = new SplittableRandom(5);
		final float[] values = new float[side * side];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (0.05 * random.nextDouble());
		for (int i = 0; i < PATCH * PATCH; i++) {
			final int x = i % PATCH;
			final int y = i / PATCH;
			values[(UPRIGHT_Y + y) * side + UPRIGHT_X + x] = x % 2;
			values[(LYING_Y + y) * side + LYING_X + x] = y % 2;
		}
		return values;
	}

	private static SampleImage image(final int width, final int height,
		final float[] values)
	{
		return new SampleImage(width, height, 1, false, 32, Pixels.of(values), null,
			"stripes");
	}

	private static SampleImage stripes() {
		return image(SIDE, SIDE, stripes(SIDE));
	}

	private static Preprocessing to(final ResizeRule rule) {
		return new Preprocessing(SIDE, SIDE, 1, ChannelRule.AS_IS, null, rule,
			Intensity.of(new IntensityRange(0, 1)));
	}

	private static HeatMap map(final SampleImage image, final int label,
		final HeatMethod method)
	{
		return map(weights(), image, label, method);
	}

	private static HeatMap map(final Weights weights, final SampleImage image,
		final int label, final HeatMethod method)
	{
		return map(weights, image, to(ResizeRule.STRETCH), label, method);
	}

	private static HeatMap map(final Weights weights, final SampleImage image,
		final Preprocessing preprocessing, final int label, final HeatMethod method)
	{
		try (HeatMapper mapper = new HeatMapper(LABELS, new ReferenceEngine(), SPEC,
			weights))
		{
			return mapper.map(image, preprocessing, NAMES.get(label), method, Progress
				.none());
		}
	}

	@Test
	void aFullMemoryMakesNoOtherMap() {
		final SmallMemory small = new SmallMemory(new ReferenceEngine(), 5);
		try (HeatMapper mapper = new HeatMapper(LABELS, small, SPEC, weights())) {
			assertArrayEquals(map(stripes(), 0, HeatMethod.OCCLUSION).values(), mapper
				.map(stripes(), to(ResizeRule.STRETCH), NAMES.get(0),
					HeatMethod.OCCLUSION, Progress.none()).values());
		}
		assertTrue(small.batches().contains(4), small.batches().toString());
	}

	/** @return the share of what is above 0 that lies in a box */
	private static double share(final HeatMap map, final int left, final int top,
		final int side)
	{
		double inside = 0;
		double all = 0;
		for (int i = 0; i < map.values().length; i++) {
			final int x = i % map.width();
			final int y = i / map.width();
			final double value = Math.max(0, map.values()[i]);
			all += value;
			if (x >= left && x < left + side && y >= top && y < top + side) inside +=
				value;
		}
		return inside / all;
	}

	/** With a margin of half a window. */
	private static double upright(final HeatMap map) {
		return share(map, UPRIGHT_X - 2, UPRIGHT_Y - 2, PATCH + 4);
	}

	private static double lying(final HeatMap map) {
		return share(map, LYING_X - 2, LYING_Y - 2, PATCH + 4);
	}

	private static int highest(final float[] values) {
		int best = 0;
		for (int i = 0; i < values.length; i++)
			if (values[i] > values[best]) best = i;
		return best;
	}

	private static double correlation(final float[] a, final float[] b) {
		double meanA = 0;
		double meanB = 0;
		for (int i = 0; i < a.length; i++) {
			meanA += a[i] / (double) a.length;
			meanB += b[i] / (double) a.length;
		}
		double ab = 0;
		double aa = 0;
		double bb = 0;
		for (int i = 0; i < a.length; i++) {
			ab += (a[i] - meanA) * (b[i] - meanB);
			aa += (a[i] - meanA) * (a[i] - meanA);
			bb += (b[i] - meanB) * (b[i] - meanB);
		}
		return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "AUTO")
	void aPlantedPatchIsFoundAndThatOfAnotherClassIsNot(final HeatMethod method) {
		final HeatMap first = map(stripes(), 0, method);
		assertTrue(first.hasEvidence());
		assertEquals(method, first.method());
		assertTrue(upright(first) > 0.8, "upright " + upright(first));
		assertTrue(lying(first) < 0.05, "lying " + lying(first));
		final HeatMap second = map(stripes(), 1, method);
		assertTrue(second.hasEvidence());
		assertTrue(lying(second) > 0.8, "lying " + lying(second));
		assertTrue(upright(second) < 0.05, "upright " + upright(second));
		assertTrue(correlation(first.values(), second.values()) < 0.2);
	}

	/** A third class has nothing that speaks for it, only a bias. */
	@Test
	void whatSpeaksForOthersIsNoEvidence() {
		final HeatMap none = map(stripes(), 2, HeatMethod.GRAD_CAM);
		assertFalse(none.hasEvidence());
		assertEquals(0, none.evidence(), 1e-6);
		// hiding any of the stripes helps the class that needs none
		final HeatMap hidden = map(stripes(), 2, HeatMethod.OCCLUSION);
		assertTrue(hidden.values()[highest(hidden.values())] < 0.3);
		assertFalse(hidden.hasEvidence());
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "AUTO")
	void aBlankImageHasNoEvidence(final HeatMethod method) {
		final float[] blank = new float[SIDE * SIDE];
		Arrays.fill(blank, 0.7f);
		for (int label = 0; label < 3; label++) {
			final HeatMap flat = map(image(SIDE, SIDE, blank), label, method);
			assertFalse(flat.hasEvidence());
			assertEquals(0, flat.evidence());
			assertArrayEquals(new float[SIDE * SIDE], flat.values());
			assertEquals(10 * HeatMap.LEAST_EVIDENCE, flat.top(), 1e-5);
		}
	}

	/** Equal chances wherever anything is. */
	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "AUTO")
	void aNetworkThatLooksAtNothingHasNoEvidence(final HeatMethod method) {
		final Weights blind = new Weights(weights().tensors().stream().map(t -> t
			.name().equals("dense1.weight") ? new Tensor(t.name(), t.shape(),
				new float[6]) : t).toList());
		final HeatMap flat = map(blind, stripes(), 0, method);
		assertFalse(flat.hasEvidence());
		assertTrue(flat.values()[highest(flat.values())] < flat.top() / 5);
	}

	/** As Adebayo et al., 2018, ask of such maps. */
	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "AUTO")
	void theMapChangesWhenWeightsAreRandom(final HeatMethod method) {
		final float[] map = map(stripes(), 0, method).values();
		double correlations = 0;
		final int times = 8;
		for (int seed = 0; seed < times; seed++) {
			final double r = correlation(map, map(RandomWeights.of(SPEC, seed),
				stripes(), 0, method).values());
			assertTrue(r < 0.98, seed + ": " + r);
			correlations += r / times;
		}
		assertTrue(correlations < 0.6, "mean correlation " + correlations);
	}

	@Test
	void occlusionTellsWhatSpeaksAgainstAClassToo() {
		final HeatMap map = map(stripes(), 0, HeatMethod.OCCLUSION);
		double lowest = 0;
		int place = 0;
		for (int i = 0; i < map.values().length; i++) {
			if (map.values()[i] < lowest) {
				lowest = map.values()[i];
				place = i;
			}
		}
		assertTrue(lowest < -0.1, "lowest " + lowest);
		assertTrue(place % SIDE >= LYING_X - 2 && place / SIDE >= LYING_Y - 2);
	}

	@Test
	void withoutAClassThePredictedOneIsMapped() {
		final float[] values = stripes(SIDE);
		for (int i = 0; i < PATCH * PATCH; i++)
			values[(UPRIGHT_Y + i / PATCH) * SIDE + UPRIGHT_X + i % PATCH] = 0;
		try (HeatMapper mapper = new HeatMapper(LABELS, new ReferenceEngine(), SPEC,
			weights()))
		{
			final HeatMap map = mapper.map(image(SIDE, SIDE, values), to(
				ResizeRule.STRETCH), "", HeatMethod.AUTO, Progress.none());
			assertEquals(1, map.labelIndex());
			assertEquals(HeatMethod.GRAD_CAM, map.method());
			assertTrue(map.probability() > 0.5);
			assertTrue(lying(map) > 0.9);
			assertTrue(map.line().matches("method=grad-cam evidence=\\d+\\.\\d{4}"),
				map.line());
		}
	}

	/** The patches lie in a larger image, where each rule puts them. */
	@ParameterizedTest
	@CsvSource({ "stretch,48,48,2,0,0", "pad,24,20,1,0,0", "pad,48,40,2,0,0",
		"pad,20,24,1,0,0", "crop,40,24,1,8,0", "crop,24,30,1,0,3",
		"crop,80,48,2,16,0", "none,37,29,1,6,2", "none,21,22,1,-1,-1" })
	void theMapIsOfTheImageWhateverWasDoneToIt(final String rule, final int width,
		final int height, final int times, final int left, final int top)
	{
		final ResizeRule resize = ResizeRule.parse(rule);
		final float[] patches = stripes(SIDE);
		final float[] values = new float[width * height];
		for (int i = 0; i < values.length; i++) {
			final int x = (i % width - left) / times;
			final int y = (i / width - top) / times;
			if (i % width >= left && i / width >= top && x < SIDE && y < SIDE)
				values[i] = patches[y * SIDE + x];
		}
		for (final HeatMethod method : List.of(HeatMethod.GRAD_CAM,
			HeatMethod.OCCLUSION))
		{
			final HeatMap map = map(weights(), image(width, height, values), to(
				resize), 0, method);
			assertEquals(width + " x " + height, map.width() + " x " + map.height());
			assertTrue(map.hasEvidence());
			final double share = share(map, left + times * (UPRIGHT_X - 2), top +
				times * (UPRIGHT_Y - 2), times * (PATCH + 4));
			assertTrue(share > 0.75, method + " " + share);
		}
	}

	@Test
	void whatIsCutOffHasNoPartInTheMap() {
		final float[] values = new float[40 * SIDE];
		final SplittableRandom random = new SplittableRandom(1);
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextInt(2);
		for (final HeatMethod method : List.of(HeatMethod.GRAD_CAM,
			HeatMethod.OCCLUSION))
		{
			final HeatMap map = map(weights(), image(40, SIDE, values), to(
				ResizeRule.CROP), 0, method);
			for (int i = 0; i < values.length; i++) {
				final int x = i % 40;
				if (x < 8 || x >= 32) assertEquals(0, map.values()[i], method + " " +
					x);
			}
			assertTrue(map.values()[highest(map.values())] > 0);
		}
	}

	@Test
	void aSmallMapIsTheLargeOneInSmall() {
		try (HeatMapper mapper = new HeatMapper(LABELS, new ReferenceEngine(), SPEC,
			weights()))
		{
			final HeatMap small = mapper.maps(List.of(HeatItem.of(stripes(),
				"upright")), to(ResizeRule.STRETCH), HeatMethod.OCCLUSION, 12, Progress
					.none()).get(0).result();
			assertEquals(12 * 12, small.values().length);
			final int at = highest(small.values());
			final int large = highest(map(stripes(), 0, HeatMethod.OCCLUSION)
				.values());
			assertEquals(large % SIDE / 2.0, at % 12, 1);
			assertEquals(large / SIDE / 2.0, at / 12, 1);
		}
	}

	@Test
	void howManyPassesAreDoneAtOnceMakesNoDifference() {
		final float[] input = stripes(SIDE);
		try (Network network = new ReferenceEngine().load(SPEC, weights())) {
			final InputFrame frame = to(ResizeRule.STRETCH).frame(stripes());
			final double[] one = new Occlusion(network, SPEC, 1).of(input, frame, 0,
				Progress.none()).values();
			for (final int size : new int[] { 7, 64, 1000 })
				assertArrayEquals(one, new Occlusion(network, SPEC, size).of(input,
					frame, 0, Progress.none()).values(), 1e-9);
		}
		assertArrayEquals(stripes(SIDE), input);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 100 })
	void imagesOfAFewPixelsHaveMapsToo(final int side) {
		final float[] values = new float[side * side];
		values[0] = 1;
		for (final ResizeRule rule : ResizeRule.values()) {
			for (final HeatMethod method : List.of(HeatMethod.GRAD_CAM,
				HeatMethod.OCCLUSION))
			{
				final HeatMap map = map(weights(), image(side, side, values), to(rule),
					0, method);
				assertEquals(side, map.width());
				for (final float value : map.values())
					assertTrue(Float.isFinite(value));
				assertTrue(map.evidence() >= 0);
			}
		}
	}

	@Test
	void occlusionIsStoppedAndTellsHowFarItIs() {
		final AtomicInteger asked = new AtomicInteger();
		try (HeatMapper mapper = new HeatMapper(LABELS, new ReferenceEngine(), SPEC,
			weights()))
		{
			assertThrows(CanceledException.class, () -> mapper.map(stripes(), to(
				ResizeRule.STRETCH), "upright", HeatMethod.OCCLUSION, new CancelWhen(
					() -> asked.incrementAndGet() > 2)));
			// it can still be used
			assertTrue(mapper.map(stripes(), to(ResizeRule.STRETCH), "upright",
				HeatMethod.OCCLUSION, Progress.none()).hasEvidence());
		}
	}

	@Test
	void aClosedOneMakesNoMaps() {
		final HeatMapper mapper = new HeatMapper(LABELS, new ReferenceEngine(),
			SPEC, weights());
		mapper.close();
		mapper.close();
		assertThrows(IllegalStateException.class, () -> mapper.map(stripes(), to(
			ResizeRule.STRETCH), "upright", HeatMethod.AUTO, Progress.none()));
	}

	private static HeatMapper mapper(final NetworkSpec spec) {
		return new HeatMapper(LABELS, new ReferenceEngine(), spec, RandomWeights.of(
			spec, 1));
	}

	@Test
	void withoutConvolutionsThereIsOcclusionOnly() {
		final NetworkSpec linear = new NetworkSpec(new Architecture("linear", List
			.of(new Flatten(), new Dense(0))), SPEC.input(), 3);
		try (HeatMapper mapper = mapper(linear)) {
			assertEquals(HeatMethod.OCCLUSION, mapper.method(HeatMethod.AUTO));
			assertEquals("The map is made by occlusion, not by Grad-CAM: in the " +
				"network 'linear' there is no convolution.", mapper.remark(
					HeatMethod.AUTO).orElseThrow());
			assertTrue(mapper.remark(HeatMethod.OCCLUSION).isEmpty());
			assertEquals("Expected a network that Grad-CAM can look into, found " +
				"'linear', where there is no convolution. Use method=occlusion, " +
				"which any network allows.", assertThrows(UserFailure.class,
					() -> mapper.method(HeatMethod.GRAD_CAM)).getMessage());
		}
	}

	@Test
	void whereGradCamSaysLessOcclusionIsChosenAndSaidSo() {
		try (HeatMapper flat = mapper(Batches.spec("lenet"));
				HeatMapper coarse = mapper(Batches.spec("mobile"));
				HeatMapper fine = mapper(new NetworkSpec(Batches.spec("six-conv")
					.architecture(), new InputShape(1, 56, 48), 10)))
		{
			assertTrue(flat.remark(HeatMethod.AUTO).orElseThrow().contains(
				"places do not count alike"));
			assertEquals(HeatMethod.OCCLUSION, flat.method(HeatMethod.AUTO));
			assertEquals(HeatMethod.GRAD_CAM, flat.method(HeatMethod.GRAD_CAM));
			assertTrue(coarse.remark(HeatMethod.AUTO).orElseThrow().contains(
				"has only 1 x 1 places"), coarse.remark(HeatMethod.AUTO).toString());
			assertEquals(HeatMethod.GRAD_CAM, fine.method(HeatMethod.AUTO));
			assertTrue(fine.remark(HeatMethod.AUTO).isEmpty());
		}
	}

	/** What the engine computes fast is what the layers are defined to do. */
	@ParameterizedTest
	@ValueSource(strings = { "tiny", "lenet", "six-conv", "residual", "mobile" })
	void bothEnginesHaveTheSameMaps(final String preset) {
		final NetworkSpec spec = Batches.spec(preset);
		final Weights weights = RandomWeights.of(spec, 4);
		final SampleImage image = new SampleImage(24, 20, 2, false, 32, Pixels.of(
			Batches.inputs(spec, 1, 8)), null, "noise");
		final Preprocessing same = new Preprocessing(24, 20, 2, ChannelRule.AS_IS,
			null, ResizeRule.STRETCH, Intensity.of(new IntensityRange(-10, 10)));
		try (HeatMapper fast = new HeatMapper(LABELS, new Dl4jEngine(), spec,
			weights);
				HeatMapper slow = new HeatMapper(LABELS, new ReferenceEngine(), spec,
					weights))
		{
			final HeatMap expected = slow.map(image, same, "lying",
				HeatMethod.GRAD_CAM, Progress.none());
			final HeatMap found = fast.map(image, same, "lying", HeatMethod.GRAD_CAM,
				Progress.none());
			assertEquals(expected.probability(), found.probability(), 1e-4f);
			assertArrayEquals(expected.values(), found.values(), 1e-3f * expected
				.top());
		}
	}
}
