
package io.github.cnnclassifier.progress;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ProgressTest {

	@Test
	void nobodyCancelsWhereNobodyWatches() {
		final Progress none = Progress.none();
		none.update(0.5, "half");
		none.message("a line");
		none.checkCanceled();
		assertFalse(none.isCanceled());
	}

	@Test
	void theCheckThrowsOnceTheUserAskedToStop() {
		final Progress canceled = new CancelWhen(() -> true);
		assertThrows(CanceledException.class, canceled::checkCanceled);
	}
}
