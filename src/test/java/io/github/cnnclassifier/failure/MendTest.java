
package io.github.cnnclassifier.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What would mend a failure, for dialogs and the start script. */
class MendTest {

	@Test
	void aValueTakesThePlaceOfWhatWasThere() {
		assertEquals("overwrite=true", Mend.replacing().option("false"));
	}

	@Test
	void aClassJoinsThoseThatAreLeftOutAlready() {
		final Mend mend = new UnusableClass("rare, odd", "rare\\, odd", "It is.",
			"Do.").mends().get(0);
		assertEquals("Leave out 'rare, odd'", mend.words());
		assertEquals("exclude=rare\\, odd", mend.option(""));
		assertEquals("exclude=rare\\, odd", mend.option(null));
		assertEquals("exclude=a,rare\\, odd", mend.option("a"));
	}

	@Test
	void whatKeepsAFileComesBeforeWhatReplacesIt() {
		assertEquals(List.of("resume", "overwrite"), new ExistingFile("There.", Path
			.of("x"), Mend.of("Continue it", "resume", "true")).mends().stream().map(
				Mend::key).toList());
	}

	@Test
	void mostFailuresHaveNone() {
		assertEquals(List.of(), new UserFailure("Expected this, found that.")
			.mends());
	}
}
