
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import net.imagej.patcher.LegacyInjector;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.util.FileUtils;

/**
 * Runs the macros and Java examples of docs/scripting.md and the macros among
 * the script templates, in an ImageJ that is patched to run them without a
 * display. Nothing of ImageJ may be loaded before it is patched, so all of that
 * is in the nested class. Groovy and Python cannot be run here:
 * {@link ScriptNamesTest} compares their names and keys.
 */
class ScriptingPatchedTest {

	private static final Path CELLS = Path.of("sample-images/cells")
		.toAbsolutePath();

	/** In an example, what is printed or assigned follows as a comment. */
	private static final Pattern PRINTED = Pattern.compile(
		"(?m)^print\\(.*;\\s+// (.*)$");
	private static final Pattern ASSIGNED = Pattern.compile(
		"(?m)String (\\w+) = .*;\\s+// (.*)$");

	@TempDir
	private static Path data;

	@BeforeAll
	static void patchImageJ() throws IOException {
		PluginsFolder.in(data);
		LegacyInjector.preinit();
		Files.copy(Path.of("sample-images/digits/7/7_000.png"), data.resolve(
			"7.png"));
		Files.copy(TinyModels.cells(), data.resolve("cells.zip"));
		Files.createDirectory(data.resolve("new"));
		for (final String name : List.of("a", "b", "c"))
			Files.copy(CELLS.resolve("mitotic/mitotic_000.tif"), data.resolve("new/" +
				name + ".tif"));
	}

	@BeforeEach
	void forget() throws IOException {
		ImageJ.forget();
		Files.deleteIfExists(data.resolve("new.csv"));
	}

	private static List<String> macros() throws IOException {
		return Scripts.blocks("ijm");
	}

	private static List<String> javaExamples() throws IOException {
		return Scripts.blocks("java");
	}

	@ParameterizedTest
	@MethodSource("macros")
	void macroPrintsWhatTheDocumentationSays(final String macro) {
		final String log = ImageJ.log(here(macro));
		final List<String> expected = PRINTED.matcher(macro).results().map(m -> m
			.group(1)).toList();
		assertFalse(expected.isEmpty(), macro);
		final List<String> lines = log.lines().toList();
		// messages of commands are in the log too
		final int first = lines.size() - expected.size();
		for (int i = 0; i < expected.size(); i++)
			assertTrue(lines.get(first + i).startsWith(expected.get(i)), log);
	}

	@ParameterizedTest
	@MethodSource("javaExamples")
	void javaExampleCompilesAndGivesWhatTheDocumentationSays(final String example,
		@TempDir final Path folder) throws Exception
	{
		final String imports = String.join("\n", example.lines().filter(l -> l
			.startsWith("import ")).toList());
		final String body = ASSIGNED.matcher(String.join("\n", example.lines()
			.filter(l -> !l.startsWith("import ")).toList())).replaceAll(
				"$0\nif (!\"$2\".equals($1)) throw new AssertionError($1);");
		final Path source = folder.resolve("Example.java");
		Files.writeString(source, imports + "\npublic class Example {\n" +
			"public static void run() throws Exception {\n" + here(body) + "\n}\n}");
		assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null,
			"-cp", System.getProperty("java.class.path"), "-proc:none", source
				.toString()), example);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri()
			.toURL() }, getClass().getClassLoader()))
		{
			loader.loadClass("Example").getMethod("run").invoke(null);
		}
		catch (final InvocationTargetException e) {
			throw new AssertionError(example, e.getCause());
		}
	}

	@Test
	void templateClassifiesTheOpenImage() throws IOException {
		final String log = ImageJ.log(here("open(\"/data/7.png\");\n") + template(
			"Classify_Image.ijm"));
		assertTrue(log.startsWith("7.png: 7, confidence "), log);
	}

	@Test
	void templateClassifiesAFolderAndReadsTheTable() throws IOException {
		final List<String> log = ImageJ.log(template("Classify_Folder.ijm").replace(
			"\"digits\"", "\"" + data.resolve("cells.zip") + "\"")).lines().toList();
		assertEquals(List.of("a.tif", "b.tif", "c.tif"), log.stream().filter(
			line -> line.matches(".*: (apoptotic|interphase|mitotic)")).map(
				line -> line.replaceFirst(":.*", "")).toList(), log.toString());
	}

	@Test
	void templateAsksAModelForEachFile() throws IOException {
		final List<String> log = ImageJ.log(template("Ask_a_Model.ijm").replace(
			"\"digits\"", "\"" + data.resolve("cells.zip") + "\"")).lines().toList();
		assertEquals(3, log.size(), log.toString());
		assertTrue(log.get(1).matches(
			"b\\.tif: (perhaps )?(apoptotic|interphase|mitotic)"), log.toString());
	}

	@Test
	void templateTrainsAndEvaluates() throws IOException {
		final String log = ImageJ.log(template("Train_and_Evaluate.ijm").replace(
			data.resolve("cells") + "\"", CELLS + "\"").replace(data.resolve(
				"cells.zip") + "\"", data.resolve("new.zip") + "\"").replace("six-conv",
					"tiny epochs=1"));
		assertTrue(log.contains("\nmitotic: F1 0."), log);
		assertTrue(Files.exists(data.resolve("report/report.html")));
	}

	/** Fiji's editor finds them so. */
	@Test
	void templatesAreFoundByTheEditor() throws IOException {
		final Map<String, URL> found = FileUtils.findResources(null,
			"script_templates", data.toFile());
		try (Stream<Path> files = Files.list(Scripts.TEMPLATES)) {
			assertEquals(files.map(f -> "CNN_Classifier/" + f.getFileName()).sorted()
				.toList(), found.keySet().stream().filter(key -> key.startsWith(
					"CNN_Classifier/")).sorted().toList());
		}
	}

	@Test
	void everyMacroAmongTheTemplatesIsRunHere() throws IOException {
		try (Stream<Path> files = Files.list(Scripts.TEMPLATES)) {
			assertEquals(4, files.filter(f -> f.toString().endsWith(".ijm")).count());
		}
	}

	private static String template(final String name) throws IOException {
		return here(Files.readString(Scripts.TEMPLATES.resolve(name)));
	}

	private static String here(final String script) {
		return script.replace("/data/", data + "/");
	}

	private static final class ImageJ {

		static void forget() {
			ij.IJ.runMacro("while (nImages > 0) close();");
			ij.WindowManager.setTempCurrentImage(null);
			ij.measure.ResultsTable.getResultsTable().reset();
		}

		/** Returns what a macro printed that ran to its end. */
		static String log(final String macro) {
			final PrintStream before = System.out;
			final ByteArrayOutputStream log = new ByteArrayOutputStream();
			System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
			final String end;
			try {
				end = ij.IJ.runMacro(macro + "\nreturn 'to its end';");
			}
			finally {
				System.setOut(before);
			}
			final String text = log.toString(StandardCharsets.UTF_8);
			assertEquals("to its end", end, text);
			return text;
		}
	}
}
