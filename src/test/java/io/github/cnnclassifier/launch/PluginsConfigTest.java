
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

class PluginsConfigTest {

	/** How Fiji reads a line; a comma ends the menu. */
	private static final Pattern LINE = Pattern.compile(
		"^\\s*([^,]*),\\s*\"([^\"]*)\",\\s*([^\\s]*(\\(.*\\))?)\\s*");

	/** ImageJ draws a line; Fiji overlooks it where it does not read the menu. */
	private static final String SEPARATOR = ", \"-\"";

	@Test
	void entriesAreThoseOfTheCommands() throws IOException {
		final List<String> entries = lines().stream().filter(line -> !line
			.startsWith("#") && !line.endsWith(SEPARATOR)).map(
				PluginsConfigTest::entry).toList();
		assertEquals(Arrays.stream(Commands.values()).map(c -> c.menu() + "|" + c
			.label() + "|io.github.cnnclassifier.launch.CommandLauncher(\"" + c
				.key() + "\")").toList(), entries);
	}

	@Test
	void theMenuBeginsWithWhatMostPeopleNeedAndIsDivided() throws IOException {
		assertEquals(Commands.TRAIN, Commands.values()[0]);
		final List<String> lines = lines();
		assertEquals(5, lines.stream().filter(line -> line.endsWith(SEPARATOR))
			.count());
		lines.stream().filter(line -> line.endsWith(SEPARATOR)).forEach(
			line -> assertFalse(LINE.matcher(line).matches()));
	}

	@Test
	void labelsAndKeysAreOnesThatBothHostsUnderstand() {
		for (final Commands command : Commands.values()) {
			assertFalse(command.label().endsWith("]") || command.label().startsWith(
				"Repeat") || command.label().contains(",") || command.label().contains(
					"\""), command.label());
			assertTrue(command.key().matches("[a-z-]+"), command.key());
			assertEquals(command, Commands.of(command.key()));
		}
		assertEquals(Commands.values().length, Arrays.stream(Commands.values()).map(
			Commands::label).distinct().count());
	}

	private static String entry(final String line) {
		final Matcher found = LINE.matcher(line);
		assertTrue(found.matches(), line);
		// how ImageJ itself finds the class
		assertEquals(found.group(3), line.substring(line.lastIndexOf(',') + 1)
			.trim());
		return found.group(1) + "|" + found.group(2) + "|" + found.group(3);
	}

	private static List<String> lines() throws IOException {
		try (BufferedReader reader = new BufferedReader(new InputStreamReader(
			Commands.class.getResourceAsStream("/plugins.config"),
			StandardCharsets.UTF_8)))
		{
			return reader.lines().filter(line -> !line.isBlank()).toList();
		}
	}
}
