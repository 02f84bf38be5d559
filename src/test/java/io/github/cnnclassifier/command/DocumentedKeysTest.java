
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import io.github.cnnclassifier.launch.Commands;

class DocumentedKeysTest {

	private static final Pattern HEADING = Pattern.compile("## (\\S+) - (.*)");
	private static final Pattern ROW = Pattern.compile(
		"\\| `(\\w+)` \\| ([^|]*)\\|.*");

	@Test
	void documentationListsEveryKeyWithItsDefaultInTheOrderOfTheDialog()
		throws IOException, ModuleException
	{
		assertEquals(declared(), documented());
	}

	private static Map<String, List<String>> documented() throws IOException {
		final Map<String, List<String>> keys = new LinkedHashMap<>();
		List<String> current = null;
		for (final String line : Files.readAllLines(Path.of("docs/commands.md"))) {
			final Matcher heading = HEADING.matcher(line);
			final Matcher row = ROW.matcher(line);
			if (heading.matches()) {
				current = new ArrayList<>();
				keys.put(heading.group(1) + " " + heading.group(2), current);
			}
			else if (row.matches()) current.add(row.group(1) + "=" + row.group(2)
				.replace("`", "").strip());
		}
		return keys;
	}

	private static Map<String, List<String>> declared() throws ModuleException {
		final Map<String, List<String>> keys = new LinkedHashMap<>();
		try (Context context = new Context(CommandService.class)) {
			for (final Commands command : Commands.values()) {
				if (command == Commands.DIGIT_SAMPLE) continue;
				final CommandInfo info = context.service(CommandService.class)
					.getCommand(command.className());
				final Module module = info.createModule();
				final List<String> inputs = new ArrayList<>();
				for (final ModuleItem<?> item : info.inputs()) {
					if (isKey(item)) inputs.add(item.getName() + "=" + text(item,
						module));
				}
				keys.put(command.key() + " " + command.label(), inputs);
			}
		}
		return keys;
	}

	static boolean isKey(final ModuleItem<?> item) {
		return item.getVisibility() != ItemVisibility.MESSAGE && !item.getType()
			.getName().startsWith("org.scijava");
	}

	private static String text(final ModuleItem<?> item, final Module module) {
		if (item.getType() == ImagePlus.class) return "the active image";
		final Object value = module.getInput(item.getName());
		if (value == null) return "";
		final String text = value instanceof final File file ? file.getPath()
			: value.toString();
		return text.isEmpty() ? "empty" : text;
	}
}
