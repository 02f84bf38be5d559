
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

class ChannelRuleTest {

	/** Three channels of one pixel. */
	private static SampleImage image(final List<String> names) {
		return new SampleImage(1, 1, 3, false, 8, Pixels.of(new float[] { 51, 102,
			255 }), null, "x.tif", names);
	}

	private static float[] apply(final String channels, final SampleImage image) {
		final ChannelRule rule = ChannelRule.parse(channels);
		return new Preprocessing(1, 1, rule.selected().size(), rule,
			new IntensityRange(0, 255)).apply(image);
	}

	@Test
	void channelsAreChosenByNumberInTheOrderAskedFor() {
		assertArrayEquals(new float[] { 1, 0.2f }, apply("3,1", image(List.of())));
		assertArrayEquals(new float[] { 0.4f }, apply(" 2 ", image(List.of())));
	}

	@Test
	void channelsAreChosenByNameInAnyCase() {
		final SampleImage named = image(List.of("DAPI", "GFP", "far red"));
		assertArrayEquals(new float[] { 1, 0.2f }, apply("Far red,dapi", named));
		assertArrayEquals(new float[] { 0.4f, 1 }, apply("GFP,3", named));
	}

	@Test
	void aChannelThatIsNotThereTellsWhichAre() {
		assertEquals("Expected a channel 4, found 3 channels in 'x.tif'. Choose " +
			"among them, for instance channels=1.", assertThrows(UserFailure.class,
				() -> apply("4", image(List.of()))).getMessage());
		assertTrue(assertThrows(UserFailure.class, () -> apply("RFP", image(List.of(
			"DAPI", "GFP", "far red")))).getMessage().startsWith(
				"Expected one channel named 'RFP', found DAPI, GFP, far red in 'x.tif'"));
		assertTrue(assertThrows(UserFailure.class, () -> apply("grey", image(List
			.of()))).getMessage().contains(
				"found 3 channels without names in 'x.tif'. Choose by number, such as " +
					"channels=1, or one of auto, gray, rgb, as-is."));
	}

	@Test
	void valuesOfOtherChannelsDoNotMatter() {
		final SampleImage image = new SampleImage(1, 1, 2, false, 32, Pixels.of(
			new float[] { 51, Float.NaN }), null, "x.tif");
		assertArrayEquals(new float[] { 0.2f }, apply("1", image));
		assertThrows(UserFailure.class, () -> apply("2", image));
	}

	@Test
	void colorIsNoLongerColorWhenChannelsWereChosen() {
		final SampleImage rgb = new SampleImage(1, 1, 3, true, 8, Pixels.of(
			new float[] { 1, 2, 3 }), null, "x.png");
		final Preprocessing p = new Preprocessing(1, 1, 3, ChannelRule.parse(
			"3,2,1"), new IntensityRange(0, 255));
		assertFalse(p.resized(rgb).isRgb());
		assertEquals(3, p.resized(rgb).pixels().get(0));
	}

	@Test
	void theThreeRulesAreFoundByName() {
		assertSame(ChannelRule.GRAY, ChannelRule.parse("gray"));
		assertSame(ChannelRule.RGB, ChannelRule.parse("rgb"));
		assertSame(ChannelRule.AS_IS, ChannelRule.parse("as-is"));
		assertEquals(ChannelRule.parse("1, 3"), ChannelRule.parse("1,3"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "1,", ",", "01", "1,,2", "12345", "1,1",
		"dapi,DAPI", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17" })
	void impossibleListsAreRefused(final String text) {
		final WrongUsage e = assertThrows(WrongUsage.class, () -> ChannelRule.parse(
			text));
		assertTrue(e.getMessage().contains(text), e.getMessage());
	}

	@Test
	void sixteenChannelsArePossible() {
		assertTrue(ChannelRule.parse("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16")
			.gives(16));
	}
}
