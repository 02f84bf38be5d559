
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.progress.Progress;

class NativeMemoryTest {

	private static final long GB = 1L << 30;

	@Test
	void aMachineWithNothingElseOnItGivesTheLimitOfTensors() {
		assertEquals(40 * GB, new NativeMemory(40 * GB, 85 * GB, 2 * GB, 95 * GB)
			.plannedBytes());
	}

	@Test
	void whatOtherProgramsUseIsNotPlannedWith() {
		assertEquals(85 * (10 * GB / 100), new NativeMemory(40 * GB, 85 * GB, 2 *
			GB, 10 * GB).plannedBytes());
		assertEquals(0, new NativeMemory(40 * GB, 85 * GB, 2 * GB, 0)
			.plannedBytes());
	}

	@Test
	void aContainerHasNoMoreThanItsOwnLimitWhateverItsMachineHas() {
		assertEquals(GB, new NativeMemory(2 * GB, 4 * GB, 3 * GB, 95 * GB)
			.plannedBytes());
		assertEquals(0, new NativeMemory(2 * GB, 4 * GB, 5 * GB, 95 * GB)
			.plannedBytes());
	}

	@Test
	void aSystemThatDoesNotTellLeavesItToTheLimits() {
		assertEquals(Long.MAX_VALUE, NativeMemory.unused("Linux", 0));
		assertEquals(Long.MAX_VALUE, NativeMemory.unused("Mac OS X", GB));
		assertEquals(GB, NativeMemory.unused("Windows 11", GB));
		assertEquals(40 * GB, new NativeMemory(40 * GB, 85 * GB, 2 * GB,
			Long.MAX_VALUE).plannedBytes());
	}

	@Test
	void theEnginePlansWithWhatIsLeftOfThisMachine() {
		final Dl4jEngine engine = new Dl4jEngine(1, Progress.none());
		final long planned = engine.availableBytes();
		assertTrue(planned > 0);
		assertTrue(planned <= NativeMemory.unused(System.getProperty("os.name"),
			Pointer.availablePhysicalBytes()), () -> planned + " planned");
	}
}
