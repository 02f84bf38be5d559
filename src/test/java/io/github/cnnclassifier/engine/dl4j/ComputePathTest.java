
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.progress.Progress;

class ComputePathTest {

	private final String before = System.getProperty(ComputePath.SWITCH);

	@AfterEach
	void restore() {
		if (before == null) System.clearProperty(ComputePath.SWITCH);
		else System.setProperty(ComputePath.SWITCH, before);
	}

	private static String description() {
		return new Dl4jEngine(1, Progress.none()).description();
	}

	@Test
	void oneDnnComputesWhereThereIsOne() {
		System.clearProperty(ComputePath.SWITCH);
		assertEquals(Bootstrap.hasOneDnn(), description().contains("oneDNN"),
			description());
	}

	@Test
	void aPropertyLeavesOneDnnAside() {
		System.setProperty(ComputePath.SWITCH, "false");
		assertFalse(description().contains("oneDNN"), description());
		assertTrue(description().contains("portable"), description());
	}
}
