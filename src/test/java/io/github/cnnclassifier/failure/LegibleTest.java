
package io.github.cnnclassifier.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LegibleTest {

	@Test
	void wordsOfAllLanguagesStay() {
		for (final String word : new String[] { "größe", "細胞", "خلية", "a\u0301",
			"cell 1, (left)" })
		{
			assertTrue(Legible.isLine(word));
			assertEquals(word, Legible.line(word));
		}
	}

	@Test
	void whatMovesTheCursorOrTurnsTheTextIsShownAsItsNumber() {
		assertFalse(Legible.isLine("a\u001b[2J"));
		assertEquals("a\\u001b[2J", Legible.line("a\u001b[2J"));
		assertEquals("a\\u000ab\\u0009c\\u202e\\u0085", Legible.line(
			"a\nb\tc\u202e\u0085"));
		assertEquals("a\nb\tc\\u202e", Legible.lines("a\nb\tc\u202e"));
	}

	@Test
	void aQuoteIsShort() {
		assertEquals("a".repeat(100), Legible.quote("a".repeat(100)));
		assertEquals("a".repeat(100) + "...", Legible.quote("a".repeat(5_000_000)));
		assertEquals(103, Legible.quote("\u001b".repeat(99)).length());
		assertEquals("null", Legible.quote(null));
	}

	@Test
	void anErrorKeepsItsBeginningAndWhatToDoAtItsEnd() {
		final String message = new UserFailure("It begins. " + "x".repeat(
			5_000_000) + " Do this.").getMessage();
		assertTrue(message.startsWith("It begins. "), message);
		assertTrue(message.endsWith("x Do this."), message);
		assertEquals(4000, message.length());
		assertEquals(4000, new UserFailure("\u001b".repeat(3999)).getMessage()
			.length());
		assertEquals("Its name is \\u001b[2J.\nDo this.", new UserFailure(
			"Its name is \u001b[2J.\nDo this.").getMessage());
		assertNull(new UserFailure(null).getMessage());
	}
}
