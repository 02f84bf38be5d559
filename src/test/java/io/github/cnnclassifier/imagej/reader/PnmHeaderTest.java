
package io.github.cnnclassifier.imagej.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PnmHeaderTest {

	@Test
	void blanksAndCommentsStandBetweenTheNumbers() throws IOException {
		assertEquals(new PnmHeader(5, 12, 7, 255, 24), header(
			"P5 #a\n#b 3 4\n\t12 7\r\n255 "));
		assertEquals(new PnmHeader(4, 12, 7, 1, 8), header("P4\n12 7\n"));
	}

	@Test
	void thousandsOfCommentsAreOneGap() throws IOException {
		final String comments = "\n" + "#\n".repeat(30_000);
		assertEquals(7, header("P5" + comments + "12 7 255\n").height());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "P", "P7 1 1 1 ", "P512 7 255 ", "P5 12 7 255",
		"P5 12 7 ", "P5 12 7 # 255 ", "P5 -1 7 255 ", "P5 1234567 7 255 ",
		"P5 12#\n7 255 ", "Q5 12 7 255 " })
	void anythingElseIsDamaged(final String file) {
		assertThrows(IOException.class, () -> header(file));
	}

	private static PnmHeader header(final String file) throws IOException {
		return PnmHeader.of(file.getBytes(StandardCharsets.US_ASCII));
	}
}
