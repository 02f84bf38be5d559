
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;

/**
 * The folder that users copy over their Fiji or ImageJ: what is in it, and that
 * it works in an ImageJ that has nothing else.
 */
class DistIT {

	private static final Path DIST = Path.of(System.getProperty(
		"dist.directory"));
	private static final String DOOR =
		"io/github/cnnclassifier/launch/CommandLauncher.class";
	private static final Set<String> ALL_PLATFORMS = Set.of("linux64", "win64",
		"macos64", "macos-arm64");

	@TempDir
	private Path folder;

	@Test
	void jarsAreThoseOfTheParentsVersionsAndNothingElse() throws IOException {
		try (InputStream in = DistIT.class.getResourceAsStream("/dist/files.txt")) {
			final String expected = new String(in.readAllBytes(),
				StandardCharsets.UTF_8);
			assertFalse(expected.contains("${"), expected);
			assertEquals(expected.lines().toList(), Stream.concat(files(DIST.resolve(
				"jars")), files(DIST.resolve("plugins"))).map(DistIT::inDist).toList());
		}
	}

	@Test
	void eachPlatformHasOneNativeLibrary() throws IOException {
		final List<Path> platforms = children(DIST.resolve("jars")).filter(
			Files::isDirectory).toList();
		final Set<String> names = platforms.stream().map(DistIT::name).collect(
			Collectors.toSet());
		assertTrue(names.size() == 1 || names.equals(ALL_PLATFORMS), names
			.toString());
		for (final Path platform : platforms) {
			final List<Path> jars = files(platform).toList();
			assertEquals(List.of("javacpp-1", "nd4j-native-1", "nd4j-native-preset-1",
				"openblas-0"), jars.stream().map(j -> name(j).replaceFirst("\\..*", ""))
					.toList());
			assertEquals(1, entries(jars.get(1), "(lib)?nd4jcpu\\.(so|dll|dylib)"),
				name(jars.get(1)));
		}
	}

	@Test
	void macrosOfTheRepositoryComeAlong() throws IOException {
		final Path macros = Path.of("macros");
		if (!Files.isDirectory(macros)) return;
		assertEquals(files(macros).map(DistIT::name).toList(), files(DIST.resolve(
			"macros")).map(DistIT::name).toList());
	}

	@Test
	void bareImageJTrainsAndClassifies() throws IOException, InterruptedException,
		URISyntaxException
	{
		final Path imageJ = imageJ();
		copy(DIST, imageJ);
		for (final String digit : List.of("0", "1")) {
			final Path samples = Path.of("sample-images", "digits", digit);
			final Path target = Files.createDirectories(folder.resolve("my digits")
				.resolve(digit));
			for (final Path image : files(samples).limit(30).toList()) {
				Files.copy(image, target.resolve(image.getFileName()));
			}
		}
		final Path cache = folder.resolve("cache");
		final Path model = folder.resolve("my model.zip");
		final String output = run(imageJ, List.of("-Dorg.bytedeco.javacpp." +
			"cachedir=" + cache), folder.resolve("my digits").toString(), model
				.toString(), Path.of("sample-images", "digits", "1", "1_050.png")
					.toString());
		assertTrue(output.contains("First start: unpacking about 450 MB"), output);
		assertTrue(output.contains("They go to " + cache), output);
		assertTrue(output.contains("class=1 overlay=1"), output);
		assertFalse(output.contains("SLF4J"), output);
		assertTrue(Files.size(model) > 0);
	}

	@Test
	void oldJavaIsToldWhatIsNeeded() throws IOException, InterruptedException,
		URISyntaxException
	{
		final Path imageJ = imageJ();
		final Path door = imageJ.resolve("plugins").resolve(DOOR);
		Files.createDirectories(door.getParent());
		try (JarFile plugin = new JarFile(files(DIST.resolve("plugins")).findFirst()
			.orElseThrow().toFile());
				InputStream in = plugin.getInputStream(plugin.getEntry(DOOR)))
		{
			Files.copy(in, door);
		}
		try (DataInputStream in = new DataInputStream(Files.newInputStream(door))) {
			in.readInt();
			in.readUnsignedShort();
			assertEquals(52, in.readUnsignedShort(), "class file version of Java 8");
		}
		final String output = run(imageJ, List.of(), "1.8.0_472");
		assertTrue(output.contains("CNN Classifier needs Java 17 or newer, but " +
			"this ImageJ runs on Java 1.8.0_472."), output);
	}

	/** An ImageJ folder with ij.jar and the class that stands for its user. */
	private Path imageJ() throws IOException, URISyntaxException {
		final Path imageJ = Files.createDirectory(folder.resolve("Image J"));
		Files.copy(Path.of(IJ.class.getProtectionDomain().getCodeSource()
			.getLocation().toURI()), imageJ.resolve("ij.jar"));
		final String user = BareImageJ.class.getName().replace('.', '/') + ".class";
		final Path target = imageJ.resolve("user").resolve(user);
		Files.createDirectories(target.getParent());
		try (InputStream in = BareImageJ.class.getResourceAsStream("/" + user)) {
			Files.copy(in, target);
		}
		return imageJ;
	}

	private String run(final Path imageJ, final List<String> options,
		final String... args) throws IOException, InterruptedException
	{
		final List<String> command = new ArrayList<>(List.of(Path.of(System
			.getProperty("java.home"), "bin", "java").toString(),
			"-Djava.awt.headless=true", "-Xmx1g", "-Dplugins.dir=" + imageJ,
			"-Djava.util.prefs.userRoot=" + folder.resolve("prefs"), "-cp", imageJ
				.resolve("ij.jar") + File.pathSeparator + imageJ.resolve("user")));
		command.addAll(1, options);
		command.add(BareImageJ.class.getName());
		command.addAll(List.of(args));
		final Path log = folder.resolve("log.txt");
		final Process process = new ProcessBuilder(command).redirectErrorStream(
			true).redirectOutput(log.toFile()).start();
		final boolean ended = process.waitFor(3, TimeUnit.MINUTES);
		process.destroyForcibly();
		final String output = Files.readString(log);
		assertTrue(ended, output);
		assertEquals(0, process.exitValue(), output);
		return output;
	}

	private static void copy(final Path from, final Path to) throws IOException {
		try (Stream<Path> all = Files.walk(from)) {
			for (final Path source : all.filter(Files::isRegularFile).toList()) {
				final Path target = to.resolve(from.relativize(source).toString());
				Files.createDirectories(target.getParent());
				Files.copy(source, target);
			}
		}
	}

	private static long entries(final Path jar, final String name)
		throws IOException
	{
		try (JarFile file = new JarFile(jar.toFile())) {
			return file.stream().filter(e -> e.getName().replaceFirst(".*/", "")
				.matches(name)).count();
		}
	}

	private static Stream<Path> files(final Path directory) throws IOException {
		return children(directory).filter(Files::isRegularFile);
	}

	private static Stream<Path> children(final Path directory)
		throws IOException
	{
		try (Stream<Path> children = Files.list(directory)) {
			return children.sorted().toList().stream();
		}
	}

	private static String name(final Path path) {
		return path.getFileName().toString();
	}

	private static String inDist(final Path path) {
		return DIST.relativize(path).toString().replace(File.separatorChar, '/');
	}
}
