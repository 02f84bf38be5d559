
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MessageLinesTest {

	private static final String LONG = "x".repeat(60);

	@Test
	void shortMessageStaysAsItIs() {
		assertEquals("Open one first. ", MessageLines.of("Open one first. "));
	}

	@Test
	void lineEndsBeforeTheWordThatIsTooMuch() {
		assertEquals(LONG + " and\n" + LONG + " or", MessageLines.of(LONG +
			" and " + LONG + " or"));
		assertEquals("a " + "x".repeat(88), MessageLines.of("a " + "x".repeat(88)));
		assertEquals("a\n" + "x".repeat(89), MessageLines.of("a " + "x".repeat(
			89)));
	}

	@Test
	void breaksOfTheMessageStay() {
		assertEquals(LONG + "\n" + LONG + "\n\na", MessageLines.of(LONG + "\n" +
			LONG + "\n\na"));
	}

	@Test
	void longPathIsNotBroken() {
		final String path = LONG + "/" + LONG;
		assertEquals("in\n" + path + "\nnow", MessageLines.of("in " + path +
			" now"));
	}
}
