
package io.github.cnnclassifier.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AugmentationTest {

	@Test
	void lightShiftsTurnsAndScalesALittleAndNothingElse() {
		assertEquals(Map.of("shiftFraction", "0.08", "rotationDegrees", "10",
			"scaleFraction", "0.1"), Augmentation.LIGHT.entries());
	}

	@Test
	void noneChangesNothing() {
		assertTrue(Augmentation.NONE.isNone());
		assertEquals(Map.of(), Augmentation.NONE.entries());
	}

	@Test
	void flipsAreInThePresetsForSpecimensWithoutUpAndDownOnly() {
		for (final Change flip : List.of(Change.FLIP_VERTICAL,
			Change.QUARTER_TURNS))
		{
			assertEquals(List.of("microscopy", "strong"), Augmentation.PRESETS
				.stream().filter(p -> p.has(flip)).map(Augmentation::name).toList());
		}
	}

	@Test
	void mirrorIsLightAndMirrorsLeftToRight() {
		assertEquals(Augmentation.LIGHT.with(Change.FLIP_HORIZONTAL, 1).amounts(),
			Augmentation.MIRROR.amounts());
	}

	/** Until the training images have chosen a preset. */
	@Test
	void autoIsNoPresetAndNotNone() {
		assertFalse(Augmentation.PRESETS.contains(Augmentation.AUTO));
		assertTrue(Augmentation.AUTO.isAutomatic());
		assertFalse(Augmentation.AUTO.isNone());
		assertFalse(Augmentation.NONE.isAutomatic());
	}

	@Test
	void strongGoesFurtherThanMicroscopyInEverythingButPhotons() {
		for (final Change change : Change.values()) {
			final double strong = Augmentation.STRONG.amount(change);
			final double microscopy = Augmentation.MICROSCOPY.amount(change);
			if (change.isSwitch()) assertEquals(microscopy, strong);
			else if (change == Change.PHOTONS) assertTrue(strong < microscopy);
			else assertTrue(strong > microscopy, change.entry());
		}
	}

	@Test
	void entriesAreInTheirOrderAndSayEverythingThatIsOn() {
		assertEquals("{flipVertical=true, gamma=0.25, photons=50}",
			Augmentation.NONE.with(Change.PHOTONS, 50).with(Change.GAMMA, 0.25).with(
				Change.FLIP_VERTICAL, 1).with(Change.BLUR, 0).entries().toString());
	}

	@ParameterizedTest
	@EnumSource
	void amountsOutOfRangeAreRefusedByName(final Change change) {
		for (final double amount : new double[] { -0.1, Double.NaN, 1e7,
			Double.POSITIVE_INFINITY })
		{
			assertFalse(change.allows(amount));
			final IllegalArgumentException e = assertThrows(
				IllegalArgumentException.class, () -> Augmentation.NONE.with(change,
					amount));
			assertTrue(e.getMessage().contains(change.entry() + " to be " + change
				.allowed()), e.getMessage());
		}
	}

	@ParameterizedTest
	@CsvSource({ "FLIP_VERTICAL,0.5,true or false",
		"ROTATION,180.5,a number from 0 to 180", "SCALE,1,a number from 0 to 0.9",
		"PHOTONS,0.5,'a number from 1 to 1000000, or 0 for none'" })
	void allowedAmountsAreToldInWords(final Change change, final double amount,
		final String allowed)
	{
		assertFalse(change.allows(amount));
		assertTrue(change.allows(0));
		assertEquals(allowed, change.allowed());
	}
}
