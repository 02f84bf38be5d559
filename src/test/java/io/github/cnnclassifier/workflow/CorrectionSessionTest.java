
package io.github.cnnclassifier.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.dataset.source.Correction;
import io.github.cnnclassifier.dataset.source.Corrections;
import io.github.cnnclassifier.dataset.source.ImagePlace;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.TextImages;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;

/** Decisions about evaluated images, and the list that they leave. */
class CorrectionSessionTest {

	private static final Clock CLOCK = Clock.fixed(Instant.parse(
		"2026-02-03T04:05:06.789Z"), ZoneOffset.UTC);

	@TempDir
	private Path root;

	private final TextImages reader = new TextImages();
	private Path list;

	@BeforeEach
	void makeImages() throws IOException {
		for (final String name : List.of("a/1.img", "a/2.img", "b/1.img"))
			TextImages.write(root.resolve(name), name.hashCode() & 0xff, 7);
		TextImages.writeText(root.resolve("b/s.img"), "2 1 1 8 1 2|3 4|5 6");
		list = root.resolve("corrections.csv");
	}

	/** All are taken for b. */
	private EvaluatedImages images(final PlanePolicy planes,
		final String... names) throws IOException
	{
		final List<LabeledPrediction> predictions = new ArrayList<>();
		for (final String name : names)
			predictions.add(new LabeledPrediction(name, name.startsWith("a") ? 0 : 1,
				new Prediction(new float[] { 0.25f, 0.75f })));
		return EvaluatedImages.of("test", new EvaluationResult(new ClassLabels(List
			.of("a", "b")), predictions), root, reader, planes);
	}

	private EvaluatedImages images() throws IOException {
		return images(PlanePolicy.EACH, "a/1.img", "a/2.img", "b/1.img", "gone.img",
			"b/s.img[2]");
	}

	private CorrectionSession session(final EvaluatedImages images)
		throws IOException
	{
		return new CorrectionSession(images, "ada", CLOCK);
	}

	private List<String> labeled() {
		return LabeledImages.open(root, reader, Set.of()).samples().stream().map(
			s -> s.name() + " " + s.label()).toList();
	}

	@Test
	void aDecisionIsOnTheDiskAtOnceAndTheNextLookAtTheImagesHasIt()
		throws IOException
	{
		final CorrectionSession session = session(images());
		assertEquals(new CorrectionSession.Decided(2, List.of()), session.assign(
			new int[] { 0, 1 }, "b"));
		assertTrue(Files.readString(list).contains(
			"a/1.img,a,class,b,2026-02-03T04:05:06Z,ada,v"), Files.readString(list));
		session.exclude(new int[] { 4 });
		session.setAmbiguous(new int[] { 2 });
		assertEquals(List.of("a/1.img b", "a/2.img b", "b/s.img[1] b",
			"b/s.img[3] b"), LabeledImages.openAsFound(root, reader, Set.of())
				.samples().stream().map(s -> s.name() + " " + s.label()).toList());
		assertEquals(4, session.size());
		assertEquals(Correction.Decision.AMBIGUOUS, session.of(2).orElseThrow()
			.decision());
	}

	@Test
	void everyDecisionCanBeTakenBackAndMadeAgain() throws IOException {
		final CorrectionSession session = session(images());
		assertFalse(session.canUndo());
		assertEquals(0, session.undo());
		session.assign(new int[] { 0 }, "b");
		final String first = Files.readString(list);
		session.exclude(new int[] { 0, 1 });
		final String second = Files.readString(list);
		assertEquals(2, session.undo());
		assertEquals(first, Files.readString(list));
		assertTrue(session.canRedo());
		assertEquals(1, session.undo());
		assertFalse(Files.exists(list));
		assertEquals(1, session.redo());
		assertEquals(2, session.redo());
		assertEquals(second, Files.readString(list));
		assertEquals(0, session.redo());
		session.undo();
		session.setAmbiguous(new int[] { 2 });
		assertFalse(session.canRedo());
	}

	@Test
	void theClassOfTheFolderIsNoCorrection() throws IOException {
		final CorrectionSession session = session(images());
		session.assign(new int[] { 0 }, "b");
		session.assign(new int[] { 0 }, "a");
		assertFalse(Files.exists(list));
		session.undo();
		assertTrue(labeled().contains("a/1.img b"));
	}

	@Test
	void imagesThatAreGoneAreToldAndTheOthersAreDecided() throws IOException {
		final EvaluatedImages images = images();
		assertEquals(1, images.missing());
		Files.delete(root.resolve("a/2.img"));
		final CorrectionSession.Decided decided = session(images).exclude(
			new int[] { 0, 1, 3 });
		assertEquals(1, decided.images());
		assertEquals(2, decided.problems().size());
		assertTrue(decided.problems().get(1).startsWith(
			"'gone.img': There is no such image in"), decided.problems().get(1));
	}

	@Test
	void aStackWithOneAnswerIsDecidedAsAWhole() throws IOException {
		final EvaluatedImages images = images(PlanePolicy.AVERAGE, "b/s.img",
			"a/1.img");
		assertEquals(3f, images.read(0).pixels().get(0), "the middle plane");
		session(images).assign(new int[] { 0 }, "a");
		assertTrue(labeled().containsAll(List.of("b/s.img[1] a", "b/s.img[2] a",
			"b/s.img[3] a")));
	}

	@Test
	void whoIsPromisedImagesThatAreNotThereGetsWrongOnesElseAll()
		throws IOException
	{
		final EvaluatedImages images = images();
		final ImageChoice there = ImageChoice.cell(0, 1);
		assertEquals(there, images.orOthers(there));
		assertEquals(ImageChoice.WRONG, images.orOthers(ImageChoice.cell(1, 0)));
		assertEquals(ImageChoice.ALL, images(PlanePolicy.EACH, "b/1.img").orOthers(
			there));
	}

	@Test
	void placesTellFilePlaneAndRegion() throws IOException {
		final EvaluatedImages images = images();
		assertEquals(root.resolve("b/s.img"), images.place(4).orElseThrow().file());
		assertEquals(1, images.place(4).orElseThrow().plane());
		assertThrows(IOException.class, () -> images.place(3));
	}

	@Test
	void aRegionThatWasSavedIsShownInTheImageItWasCutFrom() throws IOException {
		final Path field = TextImages.write(root.resolve("elsewhere").resolve(
			"field.img"), 1, 2, 3, 4, 5);
		final String header = "path,class,source,sourceX,sourceY,sourceWidth," +
			"sourceHeight,sourceSlice,sourceFrame,margin\n";
		Files.writeString(root.resolve("regions.csv"), header + "a/1.img,a," +
			field + ",2,0,2,1,1,1,0\na/2.img,a,no file,2,0,2,1,1,1,0\n");
		final EvaluatedImages images = images();
		assertEquals(new ImagePlace(field, 0, new Region(2, 0, 2, 1)), images.place(
			0).orElseThrow());
		assertEquals(root.resolve("a/2.img"), images.place(1).orElseThrow().file());
	}

	@Test
	void whatAnotherWindowHasDecidedInBetweenStays() throws IOException {
		final CorrectionSession one = session(images());
		final CorrectionSession other = session(images());
		one.assign(new int[] { 0 }, "b");
		other.assign(new int[] { 1 }, "b");
		assertEquals(2, Corrections.of(root).all().size());
		one.undo();
		assertEquals(List.of("a/2.img"), Corrections.of(root).all().stream().map(
			Correction::path).toList());
	}

	@Test
	void aDamagedListIsNotReplaced() throws IOException {
		final CorrectionSession session = session(images());
		Files.writeString(list, "no list");
		assertThrows(UserFailure.class, () -> session.exclude(new int[] { 0 }));
		assertEquals("no list", Files.readString(list));
		assertFalse(session.canUndo());
	}

	@Test
	void wordsTellWhichImagesTheseAre() throws IOException {
		final EvaluatedImages images = images();
		assertEquals("'a', taken for 'b'", images.words(images.choice("a", "b")));
		assertEquals("all of them", images.words(images.choice("", "")));
		assertEquals(2, IntStream.of(images.chosen(images.choice("a", "")))
			.count());
	}
}
