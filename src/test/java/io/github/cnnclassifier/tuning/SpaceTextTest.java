
package io.github.cnnclassifier.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.random.SeedTree;

class SpaceTextTest {

	private static final SpaceText READER = new SpaceText(List.of(Parameter
		.number("learningRate", 1e-6, 1), Parameter.whole("batchSize", 0, 4096),
		Parameter.whole("depth", 1, 9), Parameter.word("augmentation", word -> {
			if (!List.of("auto", "none", "off").contains(word)) throw new WrongUsage(
				"Expected augmentation to be auto, none or off, found '" + word + "'.");
		})));

	@TempDir
	private Path folder;

	private SearchSpace file(final String yaml) throws Exception {
		return READER.read(Files.writeString(folder.resolve("space.yaml"), yaml));
	}

	@Test
	void aFileAndALineSayTheSame() throws Exception {
		final SearchSpace file = file("# what to vary\n" +
			"learningRate: 0.0005..0.01 log\nbatchSize: [8, 16]\n" +
			"depth: 1..3 # whole\naugmentation: auto, off\n");
		final String line = "learningRate: 0.0005..0.01 log; batchSize: 8, 16; " +
			"depth: 1..3; augmentation: auto, off";
		assertEquals(file, READER.parse(line));
		assertEquals(line, file.toString());
		assertEquals(line, READER.parse(file.toString()).toString());
	}

	@Test
	void whatIsAutomaticMayStandInAListButIsNoEndOfARange() {
		final SpaceText reader = new SpaceText(List.of(Parameter.wholeOrAutomatic(
			"size", 8, 1024)));
		assertEquals("size: 0, 8, 64", reader.parse("size: 0, 8, 64").toString());
		assertEquals("size: 8..64", reader.parse("size: 8..64").toString());
		assertTrue(assertThrows(WrongUsage.class, () -> reader.parse("size: 0..64"))
			.getMessage().contains("begin at 8 or above"));
		assertTrue(assertThrows(WrongUsage.class, () -> reader.parse("size: 0, 7"))
			.getMessage().contains("from 8 to 1024, or 0, found '7'"));
	}

	@Test
	void everyDrawnValueIsOneThatMayBeTyped() {
		final SearchSpace space = READER.parse(
			"learningRate: 0.00051234..0.0098765 log; batchSize: 3..70 log; " +
				"depth: 1..3; augmentation: auto, off");
		final List<Setting> drawn = IntStream.range(0, 5000).mapToObj(i -> space
			.draw(new SeedTree(i).random())).toList();
		for (final Setting setting : drawn) {
			final double rate = Double.parseDouble(setting.values().get(
				"learningRate"));
			assertTrue(rate >= 0.00051234 && rate <= 0.0098765, setting.toString());
			final int batch = Integer.parseInt(setting.values().get("batchSize"));
			assertTrue(batch >= 3 && batch <= 70, setting.toString());
		}
		for (final String depth : List.of("1", "2", "3")) {
			final long count = drawn.stream().filter(s -> depth.equals(s.values().get(
				"depth"))).count();
			assertTrue(count > 1500 && count < 1850, depth + ": " + count);
		}
		// half of a logarithmic range lies below the geometric mean
		final double middle = Math.sqrt(0.00051234 * 0.0098765);
		final long below = drawn.stream().filter(s -> Double.parseDouble(s.values()
			.get("learningRate")) < middle).count();
		assertTrue(below > 2350 && below < 2650, "" + below);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"rate: 1..2 | only the names learningRate, batchSize, depth, augmentation, found 'rate'",
		"learningRate: 0.1..2 | learningRate to be a number from 0.000001 to 1, found '2'",
		"learningRate: 0.1..0.01 | from a number to a larger one, found '0.1..0.01'",
		"learningRate: fast | learningRate to be a number from 0.000001 to 1, found 'fast'",
		"depth: 1.5..3 | depth to be a whole number from 1 to 9, found '1.5'",
		"batchSize: 0..64 log | to begin above 0",
		"batchSize: 8, 8 | each value of batchSize once",
		"batchSize: 8,, 16 | batchSize to be a whole number from 0 to 4096, found ''",
		"depth: | values of depth", "depth: [] | 1 to 100 values of depth, found 0",
		"depth: 2 | nothing to search",
		"augmentation: auto, some | auto, none or off, found 'some'",
		"augmentation: auto..off | auto, none or off",
		"learningRate | has no names", "depth: {a: 1} | values of depth",
		"depth: 1..2; depth: 1..3 | each name once", "depth: *x | plain YAML",
		"depth: !!java.net.URL [a] | plain YAML" })
	void whatIsWrongIsSaid(final String text, final String told)
		throws Exception
	{
		final String message = assertThrows(WrongUsage.class, () -> READER.parse(
			text)).getMessage();
		assertTrue(message.contains(told) && message.startsWith("The search space"),
			message);
		final String ofFile = assertThrows(UserFailure.class, () -> file(text
			.replace("; ", "\n"))).getMessage();
		assertTrue(ofFile.contains(told) && ofFile.contains("space.yaml"), ofFile);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", ";", "# nothing" })
	void aSpaceWithoutADimensionIsAnError(final String text) {
		assertTrue(assertThrows(WrongUsage.class, () -> READER.parse(text))
			.getMessage().contains("write for instance"));
	}

	@Test
	void aMissingAndALargeFileAreErrors() throws Exception {
		assertThrows(UserFailure.class, () -> READER.read(folder.resolve("no")));
		final String large = "#".repeat(1 << 17);
		assertTrue(assertThrows(UserFailure.class, () -> file(large)).getMessage()
			.contains("too large"));
	}
}
