
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.Intensity;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Normalization;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.ResizeRule;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.TrainingRecord;

/** Images whose values are stored or scaled in another way than in training. */
class BitDepthsTest {

	private static ClassifierDescription model(final int bits, final String range,
		final String normalization)
	{
		return new ClassifierDescription("m", new ClassLabels(List.of("a", "b")),
			new Architecture("one", List.of(new LayerSpec.Flatten(),
				new LayerSpec.Dense(0))), new Preprocessing(3, 1, 1, ChannelRule.GRAY,
					null, ResizeRule.STRETCH, new Intensity(Normalization.parse(
						normalization), IntensityRange.parse(range), null)), bits, null,
			new TrainingRecord(1, Map.of(), 1, List.of(), new DatasetRecord("00",
				"none", Map.of(), Map.of()), Map.of(), "2026-01-31T12:34:56Z"), Map
					.of());
	}

	private static SampleImage image(final int bits, final float low,
		final float high)
	{
		return new SampleImage(3, 1, 1, false, bits, Pixels.of(new float[] { low,
			high, low }), null, "x.tif");
	}

	/** The same numbers mean the same, however many bits they are stored in. */
	@ParameterizedTest
	@CsvSource({ "8,0..255,8,3,250", "8,0..255,16,3,250", "8,0..255,32,3,250",
		"8,0..255,32,3.5,250.25", "16,0..4095,16,100,4000", "16,0..4095,16,100,230",
		"16,0..65535,16,100,4000", "16,0..4095,32,100,4000", "16,0..255,8,3,250",
		"8,0..255,16,0,1", "8,0..255,32,0,1", "8,0..1,8,0,1",
		"32,0..1,32,0.25,0.75", "32,0..1,8,0,1", "32,0..4095,32,0.25,0.75",
		"16,-100..4095,16,0,0" })
	void valuesThatMeanTheSameAreTaken(final int modelBits, final String range,
		final int bits, final float low, final float high)
	{
		final ClassifierDescription model = model(modelBits, range, "range");
		assertEquals(model.preprocessing().apply(image(bits, low, high))[0],
			InputOverrides.NONE.appliedTo(model).apply(image(bits, low, high))[0]);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		// 12 of 16 bits, all 16 bits, true fractions beyond, below 0
		"8|0..255|16|112|3805|pixel values 0..255, found 112..3805 in 'x.tif'. " +
			"range=112..3805 maps them onto the model's range; for several images " +
			"take one range for all, such as range=0..4095.",
		"8|0..255|16|112|65535|pixel values 0..255, found 112..65535 in 'x.tif'. " +
			"range=112..65535 maps them onto the model's range; for several images " +
			"take one range for all, such as range=0..65535.",
		"8|0..255|32|-2.5|200|pixel values 0..255, found -2.5..200 in 'x.tif'. " +
			"range=-2.5..200 maps them onto the model's range.",
		"16|0..4095|16|0|65535|pixel values 0..4095, found 0..65535 in 'x.tif'. " +
			"range=0..65535 maps them onto the model's range.",
		"32|0..1|8|3|250|pixel values 0..1, found 3..250 in 'x.tif'. range=3..250 " +
			"maps them onto the model's range; for several images take one range " +
			"for all, such as range=0..255.",
		// what would silently be black
		"16|0..4095|8|3|250|16 bits with pixel values 0..4095, as in the training " +
			"images, found 8 bits in 'x.tif', which would be almost black. Use the " +
			"image as the camera made it, or say what its values mean: " +
			"range=0..255 maps them onto the model's range, range=0..4095 takes " +
			"them as they are.",
		"16|0..65535|8|0|1|16 bits with pixel values 0..65535, as in the training " +
			"images, found 8 bits in 'x.tif', which would be almost black. Use the " +
			"image as the camera made it, or say what its values mean: " +
			"range=0..255 maps them onto the model's range, range=0..65535 takes " +
			"them as they are.",
		"8|0..255|32|0.25|1|8 bits with pixel values 0..255, as in the training " +
			"images, found fractions from 0 to 1 in 'x.tif', which would be almost " +
			"black. Use the image as the camera made it, or say what its values " +
			"mean: range=0..1 maps them onto the model's range, range=0..255 takes " +
			"them as they are." })
	void otherScalesAreRefusedWithTheWaysOut(final int modelBits,
		final String range, final int bits, final float low, final float high,
		final String message)
	{
		final ClassifierDescription model = model(modelBits, range, "range");
		final SampleImage image = image(bits, low, high);
		final Preprocessing p = InputOverrides.NONE.appliedTo(model);
		assertEquals("Expected " + message, assertThrows(UserFailure.class, () -> p
			.apply(image)).getMessage());
		for (int at = message.indexOf("range="); at >= 0; at = message.indexOf(
			"range=", at + 1))
		{
			final String advised = message.substring(at + 6).split("[ .;](?=[ mt]|$)",
				2)[0];
			assertDoesNotThrow(() -> InputOverrides.parse("auto", advised, "auto")
				.appliedTo(model).apply(image), advised);
		}
	}

	@Test
	void aDarkPartOfAnImageIsTaken() {
		final ClassifierDescription model = model(8, "0..255", "range");
		final SampleImage part = new SampleImage(4, 1, 1, false, 32, Pixels.of(
			new float[] { 0.25f, 1, 0.5f, 200 }), null, "x.tif").crop(new Region(0, 0,
				3, 1));
		assertEquals(0.25f / 255, InputOverrides.NONE.appliedTo(model).apply(
			part)[0], 1e-6f);
	}

	@ParameterizedTest
	@CsvSource({ "percentile", "zscore-image", "zscore-channel" })
	void whoLooksAtEachImageByItselfTakesEveryScale(final String rule) {
		final Preprocessing p = InputOverrides.NONE.appliedTo(model(16, "0..4095",
			rule));
		for (final SampleImage image : List.of(image(8, 3, 250), image(32, 0.25f,
			1), image(16, 0, 65535)))
			assertEquals(3, p.apply(image).length);
	}
}
