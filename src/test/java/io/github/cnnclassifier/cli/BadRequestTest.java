
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What only words of the start script can get wrong. Values that no door takes
 * are in the table of WrongInputTest.
 */
class BadRequestTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"trian images=x | train, classify-image, | trian",
		"train images | key=value | images",
		"train images=x images=y | once | images",
		"classify-image model=x | needs 'image' | image=PATH" })
	void aRequestThatMakesNoSense(final String words, final String expected,
		final String received)
	{
		CommandLineRun.of(words.split(" ")).refuses(2, expected, received);
	}

	@Test
	void noCommandAtAll() {
		final CommandLineRun run = CommandLineRun.of().endsWith(2);
		assertEquals(List.of(), run.results());
		run.says("Usage:");
	}
}
