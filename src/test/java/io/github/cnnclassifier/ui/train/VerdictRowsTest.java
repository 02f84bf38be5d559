
package io.github.cnnclassifier.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.workflow.train.TrainingSides;

/** The window says where in it something is changed, and names no keys. */
class VerdictRowsTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"3 animals. groups=none turns this off. | 3 animals.",
		"Not grouped: if some come from one animal, say so with groups. | Not grouped: if some come from one animal, say so under Advanced.",
		"The figures are too good; groups=folder keeps them together. | The figures are too good; 'folder' as Groups under Advanced keeps them together.",
		"The figures are too good; groups=animal leaves such images out. | The figures are too good; 'animal' as Groups under Advanced leaves such images out." })
	void groupsAreChangedUnderAdvanced(final String statement,
		final String words)
	{
		assertEquals(words, VerdictRows.odd(new TrainingSides(1, 1, 1, List.of(),
			statement, Optional.empty())));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"Add images, or leave the class out: exclude=a, b and c trains without it. | Add images, or leave the class out: untick it.",
		"Add images, or leave these classes out: exclude=a,b. | Add images, or leave these classes out: untick them.",
		"Add images from elsewhere, leave the class out (exclude=a.b (old)), or divide them. | Add images from elsewhere, leave the class out (untick it), or divide them.",
		"Add training images, or leave it out with exclude=a. | Add training images, or leave it out: untick it.",
		"With exclude=a,b: a training is possible. | Without a,b: a training is possible.",
		"Found 'exclude=a' in a name. | Found 'exclude=a' in a name." })
	void classesAreLeftOutByTheirTicks(final String message, final String words) {
		assertEquals(words, WindowWords.of(message));
	}
}
