
package io.github.cnnclassifier.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The scripts that come with the plugin and stand in its documentation. */
final class Scripts {

	/** What Fiji's script editor shows in its menu. */
	static final Path TEMPLATES = Path.of(
		"src/main/resources/script_templates/CNN_Classifier");

	static final Path DOCUMENTATION = Path.of("docs/scripting.md");

	private Scripts() {}

	/** The examples of the documentation in one language. */
	static List<String> blocks(final String language) throws IOException {
		final Matcher blocks = Pattern.compile("(?ms)^```" + language +
			"\n(.*?)^```$").matcher(Files.readString(DOCUMENTATION));
		return blocks.results().map(m -> m.group(1)).toList();
	}

	/** Examples and templates in one language. */
	static List<String> all(final String language, final String extension)
		throws IOException
	{
		final List<String> scripts = new ArrayList<>(blocks(language));
		try (Stream<Path> files = Files.list(TEMPLATES)) {
			for (final Path file : files.filter(f -> f.toString().endsWith(extension))
				.sorted().toList())
				scripts.add(Files.readString(file));
		}
		return scripts;
	}
}
