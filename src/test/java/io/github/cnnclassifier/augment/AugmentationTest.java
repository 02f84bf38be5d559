
package io.github.cnnclassifier.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.WrongUsage;

class AugmentationTest {

	@Test
	void everyPresetIsFoundByItsName() {
		for (final String name : Augmentation.names()) {
			assertEquals(name, Augmentation.named(name).name());
		}
		assertTrue(Augmentation.named("none").isNone());
		assertFalse(Augmentation.named("light").isNone());
	}

	@Test
	void lightNeverFlips() {
		assertFalse(Augmentation.LIGHT.flipHorizontal());
		assertFalse(Augmentation.LIGHT.flipVertical());
	}

	@Test
	void anUnknownNameIsWrongUsageThatListsTheChoices() {
		assertEquals("Expected the augmentation none or light, found 'strong'.",
			assertThrows(WrongUsage.class, () -> Augmentation.named("strong"))
				.getMessage());
	}

	@Test
	void impossibleNumbersAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Augmentation("x",
			-0.1, 0, 0, false, false));
		assertThrows(IllegalArgumentException.class, () -> new Augmentation("x", 0,
			Double.NaN, 0, false, false));
		assertThrows(IllegalArgumentException.class, () -> new Augmentation("x", 0,
			0, 1, false, false));
	}
}
