
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

import io.github.cnnclassifier.Answer;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.launch.Commands;

/**
 * Names and keys in Groovy and Python scripts, which cannot be run here for
 * want of their languages, and in the lines of the README.
 */
class ScriptNamesTest {

	private static final Pattern LABEL = Pattern.compile(
		"\"([A-Z][^\"\n]*(?:\\.\\.\\.|\\(CNN\\)))\"");
	private static final Pattern IMPORT = Pattern.compile(
		"(?m)^import (io\\.github\\.cnnclassifier[\\w.]*\\.[A-Z]\\w*)$");
	private static final Pattern FROM = Pattern.compile(
		"(?m)^from (io\\.github\\.cnnclassifier[\\w.]*) import (\\w+)$");
	private static final Pattern CALL = Pattern.compile(
		"\\b(?:classifier|answer|withThreshold\\([\\d.]+\\))\\.(\\w+)\\(");
	private static final Pattern RUN = Pattern.compile(
		"commands\\.run\\((\\w+), [Tt]rue, (.*)\\)");
	private static final Pattern OUTPUT = Pattern.compile(
		"getOutput\\(\"(\\w+)\"\\)");
	private static final Pattern MACRO_LINE = Pattern.compile(
		"run\\(\"([^\"]+)\", \"([^\"]*)\"\\)");
	private static final Pattern DOCUMENTED = Pattern.compile(
		"(?m)^\\| ([^|]+) \\| `(\\w+Command)` \\| (.*) \\|$");

	private static List<String> scripts() throws IOException {
		return Stream.concat(Scripts.all("groovy", ".groovy").stream(), Scripts.all(
			"python", ".py").stream()).toList();
	}

	private static List<MatchResult> all(final Pattern pattern,
		final String text)
	{
		return pattern.matcher(text).results().toList();
	}

	private static Commands command(final Predicate<Commands> which,
		final String name)
	{
		return Arrays.stream(Commands.values()).filter(which).findFirst()
			.orElseThrow(() -> new AssertionError("No command " + name));
	}

	@ParameterizedTest
	@MethodSource("scripts")
	void labelsClassesAndMethodsExist(final String script)
		throws ClassNotFoundException
	{
		for (final MatchResult label : all(LABEL, script))
			command(c -> c.label().equals(label.group(1)), label.group(1));
		int classes = 0;
		for (final MatchResult name : all(IMPORT, script)) {
			Class.forName(name.group(1));
			classes++;
		}
		for (final MatchResult name : all(FROM, script)) {
			Class.forName(name.group(1) + "." + name.group(2));
			classes++;
		}
		assertTrue(classes > 0 || script.contains("jimport"), script);
		final Set<String> methods = Stream.of(CnnClassifier.class, Answer.class)
			.flatMap(c -> Arrays.stream(c.getMethods())).map(Method::getName).collect(
				Collectors.toSet());
		for (final MatchResult method : all(CALL, script))
			assertTrue(methods.contains(method.group(1)), method.group());
	}

	@ParameterizedTest
	@MethodSource("scripts")
	void keysAndOutputsOfCommandsExist(final String script) {
		for (final MatchResult run : all(RUN, script)) {
			final Commands command = command(c -> c.className().endsWith("." + run
				.group(1)), run.group(1));
			final Set<String> keys = Ways.kinds(command).keySet();
			final String[] inputs = run.group(2).split(", ");
			for (int i = 0; i < inputs.length; i += 2)
				assertTrue(keys.contains(inputs[i].replace("\"", "")), inputs[i]);
			for (final MatchResult output : all(OUTPUT, script))
				assertTrue(outputs(command).containsKey(output.group(1)), output
					.group());
		}
	}

	@Test
	void scriptsAreShort() throws IOException {
		final List<String> scripts = scripts();
		assertEquals(8, scripts.size());
		for (final String script : scripts)
			assertTrue(script.lines().count() <= 25, script);
	}

	@Test
	void linesOfTheReadmeHaveLabelsAndKeysThatExist() throws IOException {
		final List<MatchResult> lines = all(MACRO_LINE, Files.readString(Path.of(
			"README.md")));
		assertFalse(lines.isEmpty());
		for (final MatchResult line : lines) {
			final Commands command = command(c -> c.label().equals(line.group(1)),
				line.group(1));
			final Set<String> keys = keys(command);
			for (final String option : line.group(2).split(" "))
				assertTrue(keys.contains(option.replaceFirst("=.*", "")), line.group());
		}
	}

	@Test
	void outputsOfEveryCommandAreDocumented() throws IOException {
		final Map<String, String> declared = new LinkedHashMap<>();
		for (final Commands command : Commands.values())
			declared.put(command.label() + " " + command.className().replaceFirst(
				".*\\.", ""), outputs(command).entrySet().stream().map(e -> "`" + e
					.getKey() + "` (" + e.getValue() + ")").collect(Collectors.joining(
						", ")));
		final Map<String, String> documented = new LinkedHashMap<>();
		for (final MatchResult row : all(DOCUMENTED, Files.readString(
			Scripts.DOCUMENTATION)))
			documented.put(row.group(1) + " " + row.group(2), row.group(3));
		assertEquals(declared, documented);
	}

	/** Name and type of each. */
	/** Those that no dialog shows, too. */
	private static Set<String> keys(final Commands command) {
		try (Context context = new Context(CommandService.class)) {
			return StreamSupport.stream(context.service(CommandService.class)
				.getCommand(command.className()).inputs().spliterator(), false).filter(
					DocumentedKeysTest::isKey).map(ModuleItem::getName).collect(Collectors
						.toSet());
		}
	}

	private static Map<String, String> outputs(final Commands command) {
		final Map<String, String> outputs = new LinkedHashMap<>();
		try (Context context = new Context(CommandService.class)) {
			for (final ModuleItem<?> item : context.service(CommandService.class)
				.getCommand(command.className()).outputs())
				outputs.put(item.getName(), item.getType().getSimpleName());
		}
		return outputs;
	}
}
