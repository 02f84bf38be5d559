
package io.github.cnnclassifier.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;

class PresetsTest {

	private static NetworkPlan plan(final String preset, final int side) {
		return NetworkPlan.of(new NetworkSpec(Presets.named(preset), new InputShape(
			1, side, side), 10));
	}

	@Test
	void theNamesArePermanent() {
		assertEquals(List.of("six-conv", "tiny", "lenet", "residual", "mobile"),
			Presets.names());
		assertEquals("six-conv", Presets.DEFAULT);
	}

	/** Counted by hand: convolutions, 4 per normalized channel, dense layers. */
	@ParameterizedTest
	@CsvSource({ "six-conv, 289066", "tiny, 14618", "lenet, 421642",
		"residual, 309418", "mobile, 673130" })
	void theNumberOfWeightsIsAsCounted(final String preset, final long count) {
		assertEquals(count, plan(preset, 28).parameterCount());
	}

	@ParameterizedTest
	@ValueSource(strings = { "tiny", "lenet", "six-conv", "residual", "mobile" })
	void everyPresetTakesImagesFromSixteenPixelsOn(final String preset) {
		assertTrue(plan(preset, 16).parameterCount() > 10_000);
	}

	@Test
	void tooSmallImagesAreRefusedWithAReason() {
		final String message = assertThrows(UserFailure.class, () -> plan(
			"six-conv", 3)).getMessage();
		assertTrue(message.contains("maxpool2"), message);
	}

	@Test
	void anUnknownNameIsAnsweredWithTheNames() {
		final String message = assertThrows(WrongUsage.class, () -> Presets.named(
			"resnet")).getMessage();
		assertTrue(message.contains("six-conv") && message.contains("resnet"),
			message);
	}
}
