
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.PixelSize;
import io.github.cnnclassifier.image.PixelSizeRange;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.TrainingRecord;

/** Images whose pixels have another size than those of the training images. */
class PixelSizeUseTest {

	private static final PixelSize HALF = size(0.5);
	private static final PixelSizeRange ALIKE = new PixelSizeRange(HALF, HALF);
	private static final IntensityRange RANGE = new IntensityRange(0, 255);

	private static PixelSize size(final double length) {
		return new PixelSize(length, length, "micron");
	}

	private static Preprocessing rules(final ResizeRule resize,
		final PixelSize matched)
	{
		return new Preprocessing(4, 4, 1, ChannelRule.GRAY, matched, resize,
			Intensity.of(RANGE));
	}

	private static ClassifierDescription model(final Preprocessing p,
		final PixelSize median, final PixelSizeRange sizes)
	{
		return new ClassifierDescription("m", new ClassLabels(List.of("a", "b")),
			new Architecture("one", List.of(new LayerSpec.Flatten(),
				new LayerSpec.Dense(0))), p, null, 8, null, median, sizes, null,
			new TrainingRecord(1, Map.of(), 1, List.of(), new DatasetRecord("00",
				"none", Map.of(), Map.of()), Map.of(), "2026-01-31T12:34:56Z"), Map
					.of());
	}

	private static ClassifierDescription stretching() {
		return model(rules(ResizeRule.STRETCH, null), HALF, ALIKE);
	}

	/** A ramp, so that the scale can be seen. */
	private static SampleImage image(final int length, final PixelSize size) {
		final float[] values = new float[length * length];
		for (int i = 0; i < values.length; i++) {
			values[i] = 16 * (i % length) + i / length;
		}
		return new SampleImage(length, length, 1, false, 8, Pixels.of(values), size,
			"x.tif");
	}

	private static float[] seen(final PixelSizeUse use,
		final ClassifierDescription model, final SampleImage image)
	{
		return new InputOverrides(null, null, use).appliedTo(model).apply(image);
	}

	private static String refusal(final PixelSizeUse use,
		final ClassifierDescription model, final SampleImage image)
	{
		return assertThrows(UserFailure.class, () -> seen(use, model, image))
			.getMessage();
	}

	@Test
	void aClearlyDifferentSizeIsRefusedWithTheWaysOut() {
		assertEquals("Expected pixels of 0.5 micron, as in the training images, " +
			"found 0.25 micron in 'x.tif'. pixelSize=match resamples the image to " +
			"the model's pixel size, pixelSize=ignore takes it as it is. If the " +
			"image states a wrong size, mend it (in ImageJ: Image > Properties...).",
			refusal(PixelSizeUse.AUTO, stretching(), image(8, size(0.25))));
	}

	@ParameterizedTest
	@CsvSource({ "0.5,micron", "500,nm", "0.52,micron", "1,furlong", "," })
	void alikeOrUnknownSizesAreTakenAsTheyAre(final Double length,
		final String unit)
	{
		final PixelSize size = length == null ? null : new PixelSize(length, length,
			unit);
		assertArrayEquals(stretching().preprocessing().apply(image(8, size)), seen(
			PixelSizeUse.AUTO, stretching(), image(8, size)));
	}

	@Test
	void aModelOfMixedSizesTakesAllBetweenThem() {
		final ClassifierDescription mixed = model(rules(ResizeRule.STRETCH, null),
			HALF, new PixelSizeRange(size(0.25), size(1)));
		assertEquals(16, seen(PixelSizeUse.AUTO, mixed, image(8, size(
			0.6))).length);
		assertTrue(refusal(PixelSizeUse.AUTO, mixed, image(8, size(2))).startsWith(
			"Expected pixels of 0.25 micron to 1 micron, as in the training images, " +
				"found 2 micron in 'x.tif'."));
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTO", "IGNORE" })
	void aModelThatKnowsNoSizesTakesEveryImage(final PixelSizeUse use) {
		for (final PixelSize median : new PixelSize[] { null, HALF }) {
			final ClassifierDescription old = model(rules(ResizeRule.STRETCH, null),
				median, null);
			assertArrayEquals(old.preprocessing().apply(image(8, size(3))), seen(use,
				old, image(8, size(3))));
		}
	}

	@Test
	void matchingShowsTheNetworkWhatAnImageOfThatSizeWouldShow() {
		final Preprocessing unresized = rules(ResizeRule.NONE, null);
		final SampleImage fine = image(12, size(0.25));
		// as a model that was trained with pixelSize would
		assertArrayEquals(rules(ResizeRule.NONE, HALF).apply(fine), seen(
			PixelSizeUse.MATCH, model(unresized, HALF, ALIKE), fine), 1e-6f);
		// 12 pixels become 6, and these 4
		final SampleImage twice = image(8, size(0.25));
		assertArrayEquals(stretching().preprocessing().apply(twice), seen(
			PixelSizeUse.MATCH, stretching(), twice), 1e-6f);
	}

	@Test
	void matchingLeavesAnImageOfThatSizeUntouched() {
		final SampleImage image = image(7, size(0.5));
		assertArrayEquals(stretching().preprocessing().apply(image), seen(
			PixelSizeUse.MATCH, stretching(), image));
	}

	@Test
	void matchingNeedsBothSizes() {
		assertTrue(refusal(PixelSizeUse.MATCH, stretching(), image(8, null))
			.contains("found no pixel size in 'x.tif'"));
		assertTrue(refusal(PixelSizeUse.MATCH, model(rules(ResizeRule.STRETCH,
			null), null, null), image(8, HALF)).contains("knows the pixel size"));
		assertTrue(refusal(PixelSizeUse.MATCH, stretching(), image(8, new PixelSize(
			1, 1, "mm"))).contains("more than 100 times"));
	}

	@Test
	void anImageThatWouldBecomeTooLargeIsRefused() {
		final SampleImage wide = new SampleImage(2000, 2000, 1, false, 8, Pixels
			.ofUnsignedBytes(new byte[4_000_000]), size(45), "wide.tif");
		assertTrue(refusal(PixelSizeUse.MATCH, stretching(), wide).contains(
			"which would become 180000 x 180000"));
	}

	@Test
	void aModelThatMatchesDoesSoUnlessItIsToldNotTo() {
		final ClassifierDescription matching = model(rules(ResizeRule.NONE, HALF),
			HALF, new PixelSizeRange(HALF, size(2)));
		final SampleImage coarse = image(4, size(8));
		final float[] matched = matching.preprocessing().apply(coarse);
		assertArrayEquals(matched, seen(PixelSizeUse.AUTO, matching, coarse));
		assertArrayEquals(matched, seen(PixelSizeUse.MATCH, matching, coarse));
		assertArrayEquals(rules(ResizeRule.NONE, null).apply(coarse), seen(
			PixelSizeUse.IGNORE, matching, coarse));
		assertEquals(16, seen(PixelSizeUse.IGNORE, matching, image(4,
			null)).length);
	}

	@Test
	void onlyThreeWordsAreKnown() {
		assertEquals(PixelSizeUse.MATCH, PixelSizeUse.parse("match"));
		assertEquals("Expected pixelSize to be auto, match or ignore, found 'off'.",
			assertThrows(WrongUsage.class, () -> PixelSizeUse.parse("off"))
				.getMessage());
	}

	@Test
	void theOtherWishesKeepTheRule() {
		final Preprocessing p = InputOverrides.parse("gray", "0..255", "auto")
			.appliedTo(stretching());
		assertThrows(UserFailure.class, () -> p.apply(image(8, size(3))));
		final ClassifierDescription matching = model(rules(ResizeRule.NONE, HALF),
			HALF, null);
		assertEquals(null, InputOverrides.parse("gray", "0..200", "ignore")
			.appliedTo(matching).pixelSize());
	}
}
