
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.cli.CommandLineRun;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.GroupingRule;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.split.SplitFractions;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.imagej.reader.CountingReader;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.Progress;

/** What a person is told of images before a training. */
class PreviewTrainingTest {

	@TempDir
	private Path folder;

	private final CountingReader reader = new CountingReader();
	private Path images;

	@BeforeEach
	void twoClassesAndOneOfASingleImage() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 24, 1);
		TestImages.classFolder(images, "rare", 1, 1, 5000);
	}

	private TrainingPreview look(final Optional<TrainingPreview> before) {
		return new PreviewTraining(reader, Progress.none()).run(
			new PreviewTraining.Request(images, PlanePolicy.EACH, CorrectionUse.USE,
				before)).preview();
	}

	private TrainingPreview look() {
		return look(Optional.empty());
	}

	private SidesWish wish(final Map<String, String> keys,
		final String... exclude)
	{
		return SidesWish.of(keys, Set.of(exclude), folder.resolve("new.zip"));
	}

	private static ClassRow row(final TrainingPreview preview,
		final String label)
	{
		return preview.rows().stream().filter(row -> row.label().equals(label))
			.findFirst().orElseThrow();
	}

	@Test
	void eachClassHasARowAndASingleImageIsNoClassToTrain() {
		final TrainingPreview preview = look();
		assertEquals(List.of("left", "rare", "right"), preview.rows().stream().map(
			ClassRow::label).toList());
		assertEquals(24, row(preview, "left").images());
		assertTrue(row(preview, "left").isUsable());
		assertEquals("", row(preview, "left").words());
		assertFalse(row(preview, "rare").isUsable());
		assertEquals("left out: only one image, two are needed", row(preview,
			"rare").words());
		assertEquals(49, preview.size());
	}

	@Test
	void copiesAndFewImagesAreToldInWords() throws IOException {
		TestImages.classFolder(images, "few", 0, 5, 7000);
		Files.copy(images.resolve("few/000.png"), images.resolve("few/copy.png"));
		Files.copy(images.resolve("few/001.png"), images.resolve("left/odd.png"));
		Files.writeString(images.resolve("right/broken.png"), "no image");
		final TrainingPreview preview = look();
		assertEquals("few: 5 different images; 1 copy of another image; " +
			"1 is in another class, too", row(preview, "few").words());
		assertEquals("1 is in another class, too", row(preview, "left").words());
		assertTrue(row(preview, "right").words().contains("1 cannot be read"), row(
			preview, "right").words());
		assertFalse(preview.findings().isEmpty());
	}

	@Test
	void aRowSaysWhichOfItsImagesCountForAnotherClass() throws IOException {
		Files.copy(images.resolve("left/000.png"), images.resolve("rare/odd.png"));
		assertEquals("few: 2 different images; only one image of its own (the " +
			"other is a copy of one in the class 'left')", row(look(), "rare")
				.words());
	}

	@Test
	void theSidesAreThoseOfTheTraining() {
		final TrainingSides sides = look().sides(wish(Map.of("seed", "3"), "rare"));
		try (TrainingData data = new PrepareTrainingData(reader,
			GroupQuestion.UNASKED, Progress.none()).run(
				new PrepareTrainingData.DataRequest(images, Set.of("rare"),
					PlanePolicy.EACH, GroupingRule.parse("auto"), false,
					SplitFractions.DEFAULT, Optional.empty(), 3,
					samples -> PreprocessingOptions.NONE, Optional.empty(),
					CorrectionUse.USE)))
		{
			final Split split = data.split();
			assertEquals(List.of(Side.TRAINING, Side.VALIDATION, Side.TEST).stream()
				.map(side -> split.select(data.survey().samples(), side).size())
				.toList(), List.of(sides.learn(), sides.choose(), sides.hidden()));
		}
		assertEquals(sides.learn() + " learn, " + sides.choose() +
			" choose the best epoch, " + sides.hidden() + " stay hidden for the test",
			sides.words());
	}

	@Test
	void imagesThatTheStartHasLearnedFromAreLearnedFromAgain()
		throws IOException
	{
		final Path parent = folder.resolve("parent.zip");
		assertEquals(0, CommandLineRun.of("train", "images=" + images, "model=" +
			parent, "exclude=rare", "learnFrom=all", "network=tiny", "epochs=1")
			.status());
		final TrainingPreview preview = look();
		final TrainingSides plain = preview.sides(wish(Map.of("seed", "3"),
			"rare"));
		final TrainingSides further = preview.sides(wish(Map.of("seed", "3",
			"start", parent.toString()), "rare"));
		assertEquals(plain.learn() + plain.choose(), further.learn());
		assertTrue(further.choose() > 0 && further.hidden() > 0, further.words());
		final String refused = assertThrows(UserFailure.class, () -> preview.sides(
			wish(Map.of("start", parent.toString(), "splitFrom", parent.toString()),
				"rare"))).getMessage();
		assertTrue(refused.contains("Leave out splitFrom"), refused);
	}

	@Test
	void whatTrainingWouldRefuseIsTheReasonWhyThereAreNoSides() {
		final TrainingPreview preview = look();
		assertTrue(assertThrows(UserFailure.class, () -> preview.sides(wish(Map
			.of()))).getMessage().contains("'rare'"));
		final String alone = assertThrows(UserFailure.class, () -> preview.sides(
			wish(Map.of(), "rare", "left"))).getMessage();
		assertTrue(alone.contains("at least two classes, found only 'right'"),
			alone);
	}

	@Test
	void imagesWithoutClassFoldersAreLookedAtAndTold() {
		images = images.resolve("left");
		final TrainingPreview preview = look();
		assertEquals(24, preview.size());
		final String told = assertThrows(UserFailure.class, () -> preview.sides(
			wish(Map.of()))).getMessage();
		assertTrue(told.contains("have no class"), told);
	}

	@Test
	void guessedGroupsAreToldAndCanBeDeclined() throws IOException {
		images = folder.resolve("mice");
		for (int i = 0; i < 48; i++)
			TestImages.png(images.resolve(i % 2 == 0 ? "left" : "right").resolve(
				"mouse%d_%02d.png".formatted(1 + i / 2 % 8, i)), TestImages.half(i % 2,
					i));
		final TrainingPreview preview = look();
		final GuessedGroups guess = preview.sides(wish(Map.of())).guess()
			.orElseThrow();
		assertEquals(8, guess.groups());
		assertTrue(preview.sides(wish(Map.of("groups", "none"))).guess().isEmpty());
		assertThrows(UserFailure.class, () -> preview.sides(wish(Map.of("groups",
			"(no bracket"))));
	}

	@Test
	void anImageIsMovedByTheListAloneAndTheOthersAreNotReadAgain()
		throws IOException
	{
		final TrainingPreview first = look();
		final TrainingCorrections corrections = new TrainingCorrections(first,
			"ada", Clock.systemUTC());
		assertFalse(corrections.canUndo());
		assertEquals(1, corrections.move(List.of("left/000.png"), "right")
			.images());
		assertTrue(Files.readString(images.resolve("corrections.csv")).contains(
			"left/000.png,left,class,right,"));
		assertTrue(Files.exists(images.resolve("left/000.png")));
		final int before = reader.reads();
		final TrainingPreview second = look(Optional.of(first));
		assertTrue(reader.reads() - before <= 1, "only what was corrected");
		corrections.see(second);
		assertEquals(23, row(second, "left").images());
		assertEquals(25, row(second, "right").images());
		assertTrue(row(second, "right").words().contains("1 moved here"));
		// once more, and back to where its folder is
		corrections.move(List.of("left/000.png"), "left");
		assertFalse(Files.exists(images.resolve("corrections.csv")));
		corrections.undo();
		corrections.undo();
		assertFalse(Files.exists(images.resolve("corrections.csv")));
		assertTrue(corrections.canRedo());
		final TrainingPreview third = look(Optional.of(second));
		assertEquals(first.rows(), third.rows());
		assertArrayEquals(first.members("left"), third.members("left"));
	}

	@Test
	void anImageThatIsLeftOutComesBackWithUndo() throws IOException {
		final TrainingPreview first = look();
		final TrainingCorrections corrections = new TrainingCorrections(first, "",
			Clock.systemUTC());
		corrections.leaveOut(List.of("left/001.png", "no such image"));
		final TrainingPreview without = look(Optional.of(first));
		corrections.see(without);
		assertEquals(48, without.size());
		assertTrue(without.position("left/001.png").isEmpty());
		assertEquals(1, corrections.undo());
		assertEquals(49, look(Optional.of(without)).size());
	}

	@Test
	void examplesAreSpreadOverTheClass() {
		final TrainingPreview preview = look();
		final int[] some = preview.examples("right", 3);
		assertEquals(List.of("right/004.png", "right/012.png", "right/020.png"),
			Arrays.stream(some).mapToObj(preview::name).toList());
		assertEquals(1, preview.examples("rare", 6).length);
		assertEquals(0, preview.examples("unknown", 6).length);
	}

	@Test
	void readingCanBeStopped() {
		assertThrows(CanceledException.class, () -> new PreviewTraining(reader,
			new CancelWhen(() -> true)).run(new PreviewTraining.Request(images,
				PlanePolicy.EACH, CorrectionUse.USE, Optional.empty())));
	}
}
