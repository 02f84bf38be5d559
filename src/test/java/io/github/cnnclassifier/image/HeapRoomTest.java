
package io.github.cnnclassifier.image;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.UserFailure;

class HeapRoomTest {

	@Test
	void whatFitsIsGranted() {
		assertDoesNotThrow(() -> HeapRoom.require(0, "Nothing"));
		assertDoesNotThrow(() -> HeapRoom.require(1 << 20, "The image"));
	}

	@Test
	void whatDoesNotFitIsCalledTooLargeWithItsSize() {
		final String message = assertThrows(UserFailure.class, () -> HeapRoom
			.require(1L << 50, "The image of 9 x 9 pixels")).getMessage();
		assertTrue(message.startsWith(
			"The image of 9 x 9 pixels is too large for the memory: it needs " +
				"1073741824 MB"), message);
	}

	@Test
	void moreThanIsLeftBesideWhatIsUsedIsRefused() {
		final byte[] used = new byte[1 << 27];
		final String message = assertThrows(HeapRoom.NoRoomNow.class, () -> HeapRoom
			.require(Runtime.getRuntime().maxMemory() - used.length / 2, "The image"))
			.getMessage();
		assertTrue(message.contains("too large"), message);
		assertTrue(used.length > 0);
	}
}
