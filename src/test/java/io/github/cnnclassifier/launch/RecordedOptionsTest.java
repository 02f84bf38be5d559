
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;

import ij.IJ;
import ij.Macro;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.RunLine;

/**
 * What is recorded of a run is read back equal, by ImageJ and by us, or nothing
 * is recorded.
 */
class RecordedOptionsTest {

	/** Characters that mean something, more often than the rest. */
	private static final String SPECIAL = "[]'\"\\= \t&";

	@BeforeEach
	@AfterEach
	void forget() {
		Recorder.resetCommandOptions();
	}

	@Test
	void everyTextReplaysOrIsRefused() {
		final Random random = new Random(1);
		int recorded = 0;
		for (int i = 0; i < 5_000; i++) {
			final String first = text(random);
			final String second = text(random);
			if (replays(first, second)) recorded++;
		}
		assertTrue(recorded > 3_500, recorded + " of 5000 were recorded");
	}

	@Test
	void everyStringOfTheMacroLanguageIsReadByImageJ() {
		final Random random = new Random(2);
		for (int i = 0; i < 300; i++) {
			final String text = text(random);
			assertEquals(text, IJ.runMacro("return \"" + RunLine.escaped(text) +
				"\";"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[a", "'a", "a]", "[a]b", "[a]", "[a] b", "it's",
		"'a b'", "a [1] b", "]", "[", "'", "", "a=b", "C:\\new", "\"x\"",
		"gr\u00f6\u00dfe", "[[a]", "\ta" })
	void textsWithBracketsAndQuotesReplay(final String text) {
		assertTrue(replays(text, "m.zip"));
		assertTrue(replays("m.zip", text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { "a ]b|brackets",
		"[a b|brackets", "'[|brackets", "x model=y|model=" })
	void textsThatNoMacroCanHoldAreRefusedWithTheReason(final String text,
		final String reason)
	{
		final WrongUsage refused = assertThrows(WrongUsage.class, () -> RunLine
			.written(values(text, "m")));
		assertTrue(refused.getMessage().contains(reason), refused.getMessage());
		assertTrue(refused.getMessage().contains("not recorded"), refused
			.getMessage());
	}

	@Test
	void whatFijiRecordedIsWrittenAgainSoThatItReplays() throws ModuleException {
		try (Context context = new Context(CommandService.class)) {
			final Module module = context.service(CommandService.class).getCommand(
				ProbeCommand.class).createModule();
			module.setInput("model", new File("[odd"));
			module.setInput("mode", "Selection");
			Recorder.recordOption("model", "[odd");
			Recorder.recordOption("mode", "Selection");
			new FijiRecorder().process(module);
			assertEquals("model='[odd' mode=Selection", Recorder.getCommandOptions());
			module.setInput("model", new File("odd ]one"));
			new FijiRecorder().process(module);
			assertNull(Recorder.getCommandOptions());
		}
	}

	private static boolean replays(final String first, final String second) {
		final Map<String, String> written;
		try {
			written = RunLine.written(values(first, second));
		}
		catch (final WrongUsage refused) {
			return false;
		}
		Recorder.resetCommandOptions();
		written.forEach(CommandRecorder::record);
		// the macro language takes the escapes away
		final String options = unescaped(Recorder.getCommandOptions());
		final MacroOptions ours = MacroOptions.parse(options + " ");
		for (final Map.Entry<String, String> value : values(first, second)
			.entrySet())
		{
			assertEquals(value.getValue(), Macro.getValue(options + " ", value
				.getKey(), null), options);
			assertEquals(Optional.of(value.getValue()), ours.value(value.getKey()),
				options);
		}
		assertEquals(List.of("exclude", "model"), List.copyOf(ours.keys()));
		return true;
	}

	private static Map<String, String> values(final String exclude,
		final String model)
	{
		final Map<String, String> values = new LinkedHashMap<>();
		values.put("exclude", exclude);
		values.put("model", model);
		return values;
	}

	private static String unescaped(final String text) {
		return text.replace("\\\\", "\u0001").replace("\\\"", "\"").replace("\\t",
			"\t").replace("\u0001", "\\");
	}

	private static String text(final Random random) {
		if (random.nextInt(100) == 0) return "x model=" + random.nextInt();
		final StringBuilder text = new StringBuilder();
		final int length = random.nextInt(12);
		for (int i = 0; i < length; i++) {
			text.append(random.nextInt(4) == 0 ? SPECIAL.charAt(random.nextInt(SPECIAL
				.length())) : (char) (' ' + random.nextInt(95)));
		}
		return text.toString();
	}
}
