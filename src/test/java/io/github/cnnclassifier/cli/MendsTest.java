
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.failure.UnusableClass;
import io.github.cnnclassifier.failure.UserFailure;

/** What the start script adds to a failure that one change would mend. */
class MendsTest {

	private static final UserFailure RARE = new UnusableClass("rare", "rare",
		"It has one image.", "Add images, or set exclude=rare.");

	@Test
	void whatTheMessageSaysIsNotSaidTwice() {
		assertEquals("", Main.mends(RARE, List.of("train", "images=x")));
	}

	@Test
	void aListKeepsWhatWasGiven() {
		assertEquals(" Here that is exclude=debris,rare.", Main.mends(RARE, List.of(
			"train", "exclude=debris")));
	}

	@Test
	void mostFailuresHaveNone() {
		assertEquals("", Main.mends(new UserFailure("No."), List.of("train",
			"malformed")));
	}
}
