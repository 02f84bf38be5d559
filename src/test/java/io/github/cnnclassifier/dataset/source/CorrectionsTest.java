
package io.github.cnnclassifier.dataset.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PixelHash;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.storage.OutputClaim;

class CorrectionsTest {

	private static final Instant WHEN = Instant.parse("2026-02-03T04:05:06Z");

	@TempDir
	private Path root;

	private final TextImages reader = new TextImages();

	@BeforeEach
	void makeImages() throws IOException {
		for (final String name : List.of("a/1.img", "a/2.img", "a/3.img", "b/1.img",
			"b/2.img", "b/deeper/3.img"))
			TextImages.write(root.resolve(name), name.hashCode() & 0xff, 3);
	}

	private LabeledImages open() {
		return LabeledImages.open(root, reader, Set.of());
	}

	private String hash(final String name) throws IOException {
		return PixelHash.of(reader.read(root.resolve(name)));
	}

	private void correct(final Correction... corrections) throws IOException {
		for (final Correction c : corrections)
			Corrections.change(Corrections.fileOf(root), Map.of(c.path(), Optional.of(
				c)));
	}

	private Correction to(final String path, final String label)
		throws IOException
	{
		return new Correction(path, path.substring(0, path.indexOf('/')),
			Correction.Decision.CLASS, label, WHEN, "ada", hash(path));
	}

	private Correction out(final String path, final Correction.Decision decision)
		throws IOException
	{
		return new Correction(path, path.substring(0, path.indexOf('/')), decision,
			"", WHEN, "", hash(path));
	}

	private static List<String> labeled(final LabeledImages images) {
		return images.samples().stream().map(s -> s.name() + " " + s.label())
			.collect(Collectors.toList());
	}

	@Test
	void theNextLookAtTheImagesHasTheNewClassesAndNotWhatIsLeftOut()
		throws IOException
	{
		correct(to("a/2.img", "b"), out("b/1.img", Correction.Decision.EXCLUDED),
			out("a/3.img", Correction.Decision.AMBIGUOUS));
		final LabeledImages images = open();
		assertEquals(List.of("a/1.img a", "a/2.img b", "b/2.img b",
			"b/deeper/3.img b"), labeled(images));
		assertEquals(List.of("a", "b"), images.labels());
		assertEquals(List.of(
			"3 corrections of corrections.csv: 1 other class, 2 left out."), images
				.corrections().statements());
		assertEquals("a", images.samples().get(1).statedLabel());
		assertTrue(images.corrections().caveat().isPresent());
		assertEquals(List.of(), images.skipped());
	}

	@Test
	void withoutAListNothingIsReadOrSaid() {
		final LabeledImages images = open();
		assertEquals(0, reader.opened.get());
		assertEquals(List.of(), images.corrections().statements());
		assertEquals(Optional.empty(), images.corrections().caveat());
	}

	@Test
	void whoIgnoresCorrectionsHasTheFoldersAsTheyAre() throws IOException {
		Files.writeString(root.resolve("corrections.csv"), "damaged");
		final LabeledImages images = LabeledImages.open(root, reader, Set.of(),
			PlanePolicy.EACH, CorrectionUse.IGNORE);
		assertEquals(6, images.samples().size());
		assertEquals(List.of(), images.skipped());
	}

	@Test
	void imagesThatAreNotWhatTheyWereStayAsTheyAreAndAreNamed()
		throws IOException
	{
		correct(to("a/1.img", "b"), to("a/2.img", "b"), to("a/3.img", "b"), to(
			"b/1.img", "a"), to("b/2.img", "a"));
		Files.delete(root.resolve("a/1.img"));
		TextImages.write(root.resolve("a/2.img"), 1, 2, 3);
		TextImages.writeText(root.resolve("b/2.img"), "1 1");
		Files.writeString(root.resolve("corrections.csv"), Files.readString(root
			.resolve("corrections.csv")).replace("b/1.img,b", "b/1.img,c"));
		final LabeledImages images = open();
		assertEquals(List.of("a/2.img a", "a/3.img b", "b/1.img b", "b/2.img b",
			"b/deeper/3.img b"), labeled(images));
		assertEquals(List.of(
			"1 correction of corrections.csv: 1 other class, 0 left out.",
			"Warning: 4 corrections are not applied: 'a/1.img': there is no such " +
				"image any more; 'a/2.img': its pixels have changed since it was " +
				"corrected; 'b/1.img': its class was 'c' when it was corrected, now it " +
				"is 'b'; 'b/2.img': it cannot be read: The file is cut short."), images
					.corrections().statements());
	}

	@Test
	void aClassWithoutImagesIsNoneAndANewOneComesWhereItBelongs()
		throws IOException
	{
		correct(to("a/1.img", "aa"), to("a/2.img", "aa"), to("a/3.img", "b"));
		assertEquals(List.of("aa", "b"), open().labels());
		correct(to("a/1.img", "b"), to("a/2.img", "b"));
		assertTrue(assertThrows(UserFailure.class, this::open).getMessage()
			.contains("found only 'b'"));
	}

	@Test
	void planesOfAStackAreCorrectedOneByOneOrAllTogether() throws IOException {
		TextImages.writeText(root.resolve("a/s.img"), "2 1 1 8 1 2|3 4|5 6");
		final String first = PixelHash.of(reader.planes(root.resolve("a/s.img"))
			.plane(0));
		final String second = PixelHash.of(reader.planes(root.resolve("a/s.img"))
			.plane(1));
		correct(new Correction("a/s.img[2]", "a", Correction.Decision.CLASS, "b",
			WHEN, "", second));
		assertTrue(labeled(open()).containsAll(List.of("a/s.img[1] a",
			"a/s.img[2] b", "a/s.img[3] a")));
		Files.delete(root.resolve("corrections.csv"));
		correct(new Correction("a/s.img", "a", Correction.Decision.CLASS, "b", WHEN,
			"", first));
		assertTrue(labeled(open()).containsAll(List.of("a/s.img[1] b",
			"a/s.img[2] b", "a/s.img[3] b")));
		assertEquals(List.of(
			"1 correction of corrections.csv: 1 other class, 0 left out."), open()
				.corrections().statements());
	}

	@Test
	void rowsOfAListAndTheirRegionsAreCorrectedBesideTheList()
		throws IOException
	{
		final Path list = Files.writeString(root.resolve("mine.csv"),
			"path,class,x,y,width,height\na/1.img,left,0,0,1,1\n" +
				"a/1.img,right,1,0,1,1\nb/1.img,right,,,,\n");
		Corrections.change(Corrections.fileOf(list), Map.of("a/1.img#xywh=0,0,1,1",
			Optional.of(new Correction("a/1.img#xywh=0,0,1,1", "left",
				Correction.Decision.CLASS, "middle", WHEN, "", ""))));
		assertTrue(Files.exists(root.resolve("corrections.csv")));
		final LabeledImages images = LabeledImages.open(list, reader, Set.of());
		assertEquals(List.of("a/1.img#xywh=0,0,1,1 middle",
			"a/1.img#xywh=1,0,1,1 right", "b/1.img right"), labeled(images));
		assertEquals(List.of("middle", "right"), images.labels());
	}

	@Test
	void aChangeKeepsOtherRowsAndColumnsOfOthers() throws IOException {
		Files.writeString(root.resolve("corrections.csv"),
			"\ufeffpath;class;decision;newClass;remark\n" +
				"a/1.img;a;class;b;\"so; I think\"\nb/1.img;b;excluded;;dust\n");
		assertEquals(List.of(
			"2 corrections of corrections.csv: 1 other class, 1 left out."), open()
				.corrections().statements());
		correct(to("a/2.img", "b"));
		assertEquals("path,class,decision,newClass,remark,when,who,content\n" +
			"a/1.img,a,class,b,so; I think,,,\nb/1.img,b,excluded,,dust,,,\n" +
			"a/2.img,a,class,b,,2026-02-03T04:05:06Z,ada," + hash("a/2.img") + "\n",
			Files.readString(root.resolve("corrections.csv")));
	}

	@Test
	void theLastCorrectionThatIsTakenBackTakesTheListWithIt() throws IOException {
		correct(to("a/2.img", "b"));
		final Corrections now = Corrections.change(Corrections.fileOf(root), Map.of(
			"a/2.img", Optional.empty()));
		assertTrue(now.all().isEmpty());
		assertFalse(Files.exists(root.resolve("corrections.csv")));
	}

	@Test
	void twoWhoWriteAtTheSameTimeAreKeptApart() throws IOException {
		try (OutputClaim other = OutputClaim.of(Corrections.fileOf(root))) {
			assertTrue(assertThrows(UserFailure.class, () -> correct(to("a/2.img",
				"b"))).getMessage().contains("Another run is writing"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "path,class,decision\na/1.img,a,excluded\n",
		"path,class,decision,newClass\na/1.img,a,moved,b\n",
		"path,class,decision,newClass\na/1.img,a,class,\n",
		"path,class,decision,newClass\n,a,class,b\n",
		"path,class,decision,newClass\na/1.img,a,class\n",
		"path,class,decision,newClass\na/1.img,a,class,b\na/1.img,a,excluded,\n",
		"path,class,decision,newClass,when\na/1.img,a,class,b,yesterday\n",
		"path,class,decision,newClass,path\na/1.img,a,class,b,c\n",
		"path,class,decision,newClass\n\"a/1.img,a,class,b\n" })
	void aDamagedListIsRefused(final String text) throws IOException {
		Files.writeString(root.resolve("corrections.csv"), text);
		final String message = assertThrows(UserFailure.class, this::open)
			.getMessage();
		assertTrue(message.startsWith("The list of corrections '" + root.resolve(
			"corrections.csv") + "' is damaged, so that nothing is done. "), message);
		assertTrue(message.endsWith(
			" Mend it, move it away, or leave corrections " +
				"out with corrections=ignore."), message);
	}
}
