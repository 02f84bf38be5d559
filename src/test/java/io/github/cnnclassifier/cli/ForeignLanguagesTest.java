
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are the same, whatever language the user has set. */
class ForeignLanguagesTest {

	@TempDir
	Path folder;

	private final Locale before = Locale.getDefault();
	private Path images;

	@BeforeEach
	void paint() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 40, 1);
	}

	@AfterEach
	void restore() {
		Locale.setDefault(before);
	}

	/** Arabic digits; an i without a dot. */
	@ParameterizedTest
	@ValueSource(strings = { "ar-EG-u-nu-arab", "tr-TR" })
	void filesAreTheSame(final String language) throws IOException {
		final Map<String, String> expected = written("en-US");
		final Map<String, String> found = written(language);
		assertEquals(expected.keySet(), found.keySet());
		expected.forEach((file, content) -> assertEquals(content, found.get(file),
			file));
	}

	/** @return what the commands have written, without the clock */
	private Map<String, String> written(final String language)
		throws IOException
	{
		Locale.setDefault(Locale.forLanguageTag(language));
		final Path place = Files.createDirectory(folder.resolve(language)).resolve(
			"a");
		final Path model = place.resolve("model.zip");
		Files.createDirectory(place);
		CommandLineRun.train(images, model, "epochs=2", "exact=true").endsWith(0);
		CommandLineRun.of("evaluate", "images=" + images, "model=" + model,
			"output=" + place.resolve("evaluation")).endsWith(0);
		CommandLineRun.of("inspect", "images=" + images, "output=" + place.resolve(
			"inspection")).endsWith(0);
		final Map<String, String> files = new TreeMap<>();
		try (Stream<Path> all = Files.walk(place)) {
			for (final Path file : all.filter(Files::isRegularFile).toList()) {
				final String name = place.relativize(file).toString();
				if (name.endsWith(".zip")) unpack(name, file, files);
				else files.put(name, text(Files.readAllBytes(file), language));
			}
		}
		return files;
	}

	private static void unpack(final String name, final Path file,
		final Map<String, String> files) throws IOException
	{
		try (InputStream in = Files.newInputStream(file);
				ZipInputStream zip = new ZipInputStream(in))
		{
			for (ZipEntry part; (part = zip.getNextEntry()) != null;)
				files.put(name + "/" + part.getName(), text(zip.readAllBytes(), ""));
		}
	}

	private static String text(final byte[] content, final String language) {
		return new String(content, StandardCharsets.ISO_8859_1).replaceAll(
			"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "DATE").replaceAll(
				"\"imagesPerSecond\": *[0-9.E]+", "SPEED").replaceAll(
					"sha256: [0-9a-f]{64}", "HASH").replace(language, "LANGUAGE");
	}
}
