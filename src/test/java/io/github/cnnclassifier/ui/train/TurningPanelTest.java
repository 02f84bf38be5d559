
package io.github.cnnclassifier.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;

/** Whether images may be turned, as a person is asked. */
class TurningPanelTest {

	private int changes;
	private final TurningPanel panel = new TurningPanel(new FakeHost().fields(),
		() -> changes++);

	@Test
	void atFirstTheImagesDecideAndNothingIsSaid() {
		assertEquals(Map.of("augmentation", "auto"), panel.all());
		assertEquals(Map.of(), panel.changed());
		assertFalse(panel.isChanged());
		assertEquals(0, changes);
	}

	@Test
	void anAnswerIsAValueOfTheKey() {
		panel.set(Map.of("augmentation", "microscopy"), false);
		assertEquals(Map.of("augmentation", "microscopy"), panel.changed());
		assertEquals(1, changes);
		panel.set(Map.of("seed", "2"), false);
		assertTrue(panel.isChanged());
		panel.set(Map.of("seed", "2"), true);
		assertFalse(panel.isChanged());
	}

	@Test
	void aFileIsKeptAsItIsNamed() {
		panel.set(Map.of("augmentation", "/data/my changes.yaml"), false);
		assertEquals(Map.of("augmentation", "/data/my changes.yaml"), panel
			.changed());
	}
}
