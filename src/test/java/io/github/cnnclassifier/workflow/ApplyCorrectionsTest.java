
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.dataset.source.TextImages;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;

/** Files that go where their corrections say, and back. */
class ApplyCorrectionsTest {

	private static final String HEADER = "path,class,decision,newClass\n";

	@TempDir
	private Path root;

	private final List<String> told = new ArrayList<>();

	@BeforeEach
	void makeImages() throws IOException {
		for (final String name : List.of("a/1.img", "a/2.img", "a/sub/3.img",
			"b/1.img", "b/4.img"))
			TextImages.write(root.resolve(name), name.hashCode() & 0xff, 7);
	}

	private void correct(final String rows) throws IOException {
		Files.writeString(root.resolve("corrections.csv"), HEADER + rows);
	}

	private ApplyCorrections.Result run(final boolean undo,
		final Progress progress) throws IOException
	{
		return new ApplyCorrections(new TextImages(), progress).run(
			new ApplyCorrections.Request(root, PlanePolicy.EACH, undo));
	}

	private ApplyCorrections.Result run(final boolean undo) throws IOException {
		return run(undo, new Listening(told));
	}

	/** Content by name. */
	private Map<String, String> files() throws IOException {
		final Map<String, String> files = new TreeMap<>();
		try (Stream<Path> all = Files.walk(root)) {
			for (final Path file : all.filter(Files::isRegularFile).collect(Collectors
				.toList()))
				files.put(root.relativize(file).toString().replace('\\', '/'), Files
					.readString(file));
		}
		return files;
	}

	@Test
	void filesOfAnotherClassAreMovedAndCanGoBack() throws IOException {
		correct("a/2.img,a,class,b\na/sub/3.img,a,class,new one\n" +
			"b/4.img,b,excluded,\n");
		final Map<String, String> before = files();
		final ApplyCorrections.Result result = run(false);
		assertEquals(2, result.moved());
		assertEquals(List.of(), result.left());
		final Map<String, String> moved = files();
		assertEquals(before.get("a/2.img"), moved.get("b/2.img"));
		assertEquals(before.get("a/sub/3.img"), moved.get("new one/sub/3.img"));
		assertFalse(moved.containsKey("a/2.img"));
		assertTrue(moved.get("corrections.csv").contains("b/4.img,b,excluded"));
		assertFalse(moved.get("corrections.csv").contains("a/2.img"));
		assertTrue(moved.get("corrections-applied.csv").contains("b/2.img"));
		assertEquals(2, run(true).moved());
		final Map<String, String> back = files();
		assertEquals(before.keySet(), back.keySet());
		assertTrue(back.get("corrections.csv").contains("a/2.img,a,class,b"));
		assertTrue(assertThrows(UserFailure.class, () -> run(true)).getMessage()
			.contains("nothing to take back"));
	}

	@Test
	void nothingIsReplacedAndTheOthersGoOn() throws IOException {
		correct("a/1.img,a,class,b\na/2.img,a,class,b\n");
		final String content = files().get("b/1.img");
		final ApplyCorrections.Result result = run(false);
		assertEquals(1, result.moved());
		assertEquals("a/1.img", result.left().get(0).name());
		assertTrue(result.left().get(0).reason().startsWith(
			"'b/1.img' is there already and is not replaced."));
		assertEquals(content, files().get("b/1.img"));
		assertTrue(files().get("corrections.csv").contains("a/1.img,a,class,b"));
		assertFalse(files().get("corrections-applied.csv").contains("a/1.img"));
	}

	@Test
	void whatIsNoFileByItselfOrNoNameOfAFolderStays() throws IOException {
		TextImages.writeText(root.resolve("a/s.img"), "2 1 1 8 1 2|3 4");
		TextImages.writeText(root.resolve("a/t.img"), "2 1 1 8 9 2|3 4");
		correct("a/s.img[2],a,class,b\na/t.img,a,class,b\n" +
			"a/2.img,a,class,../../up\na/gone.img,a,class,b\n");
		final ApplyCorrections.Result result = run(false);
		assertEquals(1, result.moved());
		assertTrue(Files.exists(root.resolve("b/t.img")));
		assertEquals(List.of("a/gone.img", "a/s.img[2]", "a/2.img"), result.left()
			.stream().map(left -> left.name()).toList());
		assertFalse(Files.exists(root.resolve("../../up")));
	}

	@Test
	void belowFoldersOfSidesTheSideStays() throws IOException {
		for (final String name : List.of("train/a/x.img", "train/b/y.img",
			"test/a/z.img"))
			TextImages.write(root.resolve("split").resolve(name), 1, name.length() *
				3);
		root = root.resolve("split");
		correct("test/a/z.img,a,class,b\n");
		assertEquals(1, run(false).moved());
		assertTrue(Files.exists(root.resolve("test/b/z.img")));
	}

	@Test
	void aRunThatWasStoppedGoesOn() throws IOException {
		correct("a/1.img,a,class,c\na/2.img,a,class,c\na/sub/3.img,a,class,c\n");
		assertThrows(CanceledException.class, () -> run(false, new CancelWhen(
			() -> Files.exists(root.resolve("c/1.img")))));
		assertFalse(Files.exists(root.resolve("c/2.img")));
		assertFalse(files().get("corrections.csv").contains("a/1.img"));
		assertEquals(2, run(false).moved());
		assertTrue(Files.exists(root.resolve("c/sub/3.img")));
		assertFalse(Files.exists(root.resolve("corrections.csv")));
		assertEquals(3, run(true).moved());
		assertTrue(Files.exists(root.resolve("a/sub/3.img")));
	}

	/** As if the process had been killed between the move and the list. */
	@Test
	void aMoveThatTheListDoesNotKnowYetIsUnderstood() throws IOException {
		correct("a/2.img,a,class,b\na/1.img,a,class,c\n");
		Files.writeString(root.resolve("corrections-applied.csv"),
			"path,class,decision,newClass,when,who,content,newPath\n" +
				"a/2.img,a,class,b,,,,b/2.img\n");
		Files.move(root.resolve("a/2.img"), root.resolve("b/2.img"));
		final ApplyCorrections.Result result = run(false);
		assertEquals(List.of(), result.left());
		assertFalse(Files.exists(root.resolve("corrections.csv")));
		assertEquals(2, run(true).moved());
		assertTrue(Files.exists(root.resolve("a/2.img")));
	}

	@Test
	void whatWasCorrectedAgainSinceDoesNotGoBack() throws IOException {
		correct("a/2.img,a,class,b\n");
		run(false);
		correct("b/2.img,b,excluded,\n");
		final ApplyCorrections.Result result = run(true);
		assertEquals(0, result.moved());
		assertTrue(result.left().get(0).reason().startsWith(
			"It was corrected again since."));
		assertTrue(Files.exists(root.resolve("b/2.img")));
	}

	@Test
	void aDamagedLogMovesNothing() throws IOException {
		correct("a/2.img,a,class,b\n");
		Files.writeString(root.resolve("corrections-applied.csv"), "what,ever\n");
		final Map<String, String> before = files();
		assertTrue(assertThrows(UserFailure.class, () -> run(false)).getMessage()
			.contains("is damaged, so that nothing is moved"));
		assertEquals(before, files());
	}

	/** The log may have come with the images of a stranger. */
	@ParameterizedTest
	@ValueSource(strings = { "../up/x.img,a,class,b,,,,b/1.img",
		"a/9.img,a,class,b,,,,../secret.img", "ABSOLUTE,a,class,b,,,,b/1.img",
		"a/9.img,a,class,b,,,,ABSOLUTE", "b/../../x.img,a,class,b,,,,b/1.img",
		"a/9.img,a,class,b,,,,b/..", "a/\0.img,a,class,b,,,,b/1.img" })
	void aLogThatLeavesTheFolderMovesNothing(final String row)
		throws IOException
	{
		final Path secret = root.resolve("secret.img");
		root = root.resolve("images");
		for (final String name : List.of("a/1.img", "b/1.img"))
			TextImages.write(root.resolve(name), name.hashCode() & 0xff, 7);
		Files.writeString(secret, "mine");
		Files.writeString(root.resolve("corrections-applied.csv"),
			"path,class,decision,newClass,when,who,content,newPath\n" + row.replace(
				"ABSOLUTE", secret.resolveSibling("far.img").toString()) + "\n");
		final Map<String, String> before = files();
		final String message = assertThrows(UserFailure.class, () -> run(true))
			.getMessage();
		assertTrue(message.contains(
			"is damaged, so that nothing is moved. Row 2: " +
				"Expected a path inside of the folder, found '"), message);
		assertEquals(before, files());
		assertEquals("mine", Files.readString(secret));
		assertFalse(Files.exists(secret.resolveSibling("far.img")));
	}
}
