
package io.github.cnnclassifier.engine.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.UserFailure;

class FullMemoryTest {

	private static <T extends Throwable> T thrown(final Class<T> kind,
		final RuntimeException byNativeCode)
	{
		return assertThrows(kind, () -> FullMemory.told(() -> {
			throw byNativeCode;
		}));
	}

	@ParameterizedTest
	@ValueSource(strings = { "std::bad_alloc",
		"Failed to allocate [1073741824] bytes", "out_of_memory",
		"Op [conv2d] execution failed: ALLOCATION FAILED" })
	void whatNativeCodeSaysOfAFullMemoryIsWhatJavaSaysOfIt(final String words) {
		final RuntimeException failure = new IllegalStateException("Op failed",
			new RuntimeException(words));
		final OutOfMemoryError full = thrown(OutOfMemoryError.class, failure);
		assertEquals(words, full.getMessage());
		assertSame(failure, full.getCause());
	}

	@Test
	void otherFailuresStayWhatTheyAre() {
		final RuntimeException other = new IllegalStateException(
			"Expected 3 channels, got 1");
		assertSame(other, thrown(IllegalStateException.class, other));
		final RuntimeException silent = new IllegalStateException();
		assertSame(silent, thrown(IllegalStateException.class, silent));
		final UserFailure forPeople = new UserFailure("Out of memory cards.");
		assertSame(forPeople, thrown(UserFailure.class, forPeople));
	}

	@Test
	void whatSucceedsIsHandedOn() {
		assertEquals("seven", FullMemory.told(() -> "seven"));
	}
}
