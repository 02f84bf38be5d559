
package io.github.cnnclassifier.workflow.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.process.ByteProcessor;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.augment.Augmentation;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.PreprocessingOptions;
import io.github.cnnclassifier.dataset.source.CorrectionUse;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.NetworkChoice;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.TrainingListener;
import io.github.cnnclassifier.training.TrainingSettings;
import io.github.cnnclassifier.workflow.Tools;

/** A training that writes a report on its validation side. */
class TrainingReportTest {

	@TempDir
	Path folder;

	private final Tools tools = CnnClassifier.tools(Progress.none());
	private final List<String> told = new ArrayList<>();
	private Path images;
	private Path model;
	private Path report;
	private double rate = 0.01;

	@BeforeEach
	void prepare() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 10, 1);
		model = folder.resolve("model.zip");
		report = folder.resolve("report");
	}

	private TrainClassifier.Request request(final LearnFrom learnFrom,
		final boolean overwrite)
	{
		return new TrainClassifier.Request(images, Set.of(), SplitOptions.DEFAULT,
			PreprocessingOptions.NONE, PlanePolicy.EACH, StartChoice.SCRATCH,
			NetworkChoice.of("tiny"), new TrainingSettings(2, 4, rate,
				Augmentation.NONE, true, 3), learnFrom, model, overwrite, Optional
					.empty(), CorrectionUse.USE, Optional.of(report));
	}

	private TrainClassifier.Result train(final TrainClassifier.Request request)
		throws IOException
	{
		return new TrainClassifier(tools, new TrainingListener() {}, new Listening(
			told)).run(request);
	}

	private String page() throws IOException {
		return Files.readString(report.resolve("report.html"));
	}

	@Test
	void theReportIsOnTheValidationSideAndTellsOfTheWholeTraining()
		throws IOException
	{
		final TrainClassifier.Result result = train(request(LearnFrom.TRAINING,
			false));
		final long n = result.validation().figures().n();
		assertEquals(n + 1, Files.readAllLines(report.resolve("predictions.csv"))
			.size());
		assertTrue(page().contains("<h1>Training of model</h1>"));
		assertTrue(page().contains(n + " images: the validation side"));
		assertTrue(page().contains("<h2 id=\"methods-paragraph\""));
		assertEquals(3, Files.readAllLines(report.resolve("training.csv")).size());
		assertEquals("class,training,validation,test", Files.readAllLines(report
			.resolve("data.csv")).get(0));
		assertTrue(told.contains("The report is in '" + report.resolve(
			"report.html") + "'."), told.toString());
	}

	@Test
	void itLooksForShortcutsAndShowsWhatTheNetworkLookedAtInItsErrors()
		throws IOException
	{
		images = TestImages.halves(folder.resolve("more images"), 20, 1);
		rate = 1e-30;
		final TrainClassifier.Result result = train(request(LearnFrom.TRAINING,
			false));
		assertTrue(result.validation().figures().accuracy() < 1,
			"nothing was learned");
		assertTrue(page().contains("<h2 id=\"is-it-really-the-object-\""));
		assertTrue(Files.exists(report.resolve("shortcuts.csv")));
		assertTrue(page().contains("What the network looked at in "));
	}

	@Test
	void classesThatPeopleHaveCorrectedAreListed() throws IOException {
		Files.writeString(images.resolve("corrections.csv"),
			"path,class,decision,newClass,when,who,content\n" +
				"left/000.png,left,class,right,2026-01-31T12:00:00Z,ada,\n");
		train(request(LearnFrom.TRAINING, false));
		assertTrue(page().contains("Corrected classes"));
		assertTrue(page().contains(
			"The true classes are those of corrections.csv for 1 entry"));
		assertEquals(List.of("file,from,to,decision,who,when",
			"left/000.png,left,right,class,ada,2026-01-31T12:00:00Z"), Files
				.readAllLines(report.resolve("corrections_used.csv")));
	}

	@Test
	void aCueThatComesNearTheNetworkIsWarnedOf() throws IOException {
		images = folder.resolve("bright and dark");
		for (int i = 0; i < 160; i++)
			TestImages.png(images.resolve(i % 2 == 0 ? "bright" : "dark").resolve(i +
				".png"), TestImages.half(i % 2, i));
		for (int i = 0; i < 160; i += 2) {
			final ByteProcessor image = TestImages.half(0, i);
			image.add(60);
			TestImages.png(images.resolve("bright").resolve(i + ".png"), image);
		}
		train(request(LearnFrom.TRAINING, false));
		final String said = "The mean intensity alone gets ";
		assertTrue(told.stream().anyMatch(line -> line.startsWith("Warning: " +
			said)), told.toString());
		assertTrue(page().contains(said));
	}

	@Test
	void whatCannotBeWrittenIsFoundOutBeforeTheTraining() throws IOException {
		Files.createDirectories(report);
		Files.writeString(report.resolve("metrics.csv"), "mine");
		assertThrows(ExistingFile.class, () -> train(request(LearnFrom.TRAINING,
			false)));
		assertEquals(List.of(), told, "no image was read");
		assertFalse(Files.exists(model));
		train(request(LearnFrom.TRAINING, true));
		assertTrue(Files.readString(report.resolve("metrics.csv")).startsWith(
			"class,"));
		report = images.resolve("report");
		assertTrue(assertThrows(UserFailure.class, () -> train(request(
			LearnFrom.TRAINING, true))).getMessage().contains(
				"outside of the images"));
	}

	@Test
	void aModelThatLearnsFromAllImagesSaysWhereItsFiguresComeFrom()
		throws IOException
	{
		train(request(LearnFrom.ALL, false));
		assertTrue(page().contains("these are the figures from before that"));
	}

	@Test
	void aTrainingThatGoesOnWritesItsReportAgain() throws IOException {
		final boolean[] stop = { false };
		final Progress progress = new CancelWhen(() -> stop[0]);
		new TrainClassifier(tools, new TrainingListener() {

			@Override
			public void onEpoch(final EpochFigures figures, final boolean better) {
				stop[0] = true;
			}
		}, progress).run(request(LearnFrom.TRAINING, false));
		assertTrue(page().contains("The training was stopped at epoch 1 of 2"));
		assertFalse(page().contains("What the network looked at in "),
			"who stops does not wait for pictures");
		resume(Optional.empty());
		assertFalse(page().contains("The training was stopped"));
		assertEquals(3, Files.readAllLines(report.resolve("training.csv")).size());
	}

	@Test
	void aTrainingThatGoesOnWritesAReportThatWasNotAskedForBefore()
		throws IOException
	{
		final boolean[] stop = { false };
		final TrainClassifier.Request asked = request(LearnFrom.TRAINING, false);
		new TrainClassifier(tools, new TrainingListener() {

			@Override
			public void onEpoch(final EpochFigures figures, final boolean better) {
				stop[0] = true;
			}
		}, new CancelWhen(() -> stop[0])).run(new TrainClassifier.Request(asked
			.images(), asked.exclude(), asked.division(), asked.input(), asked
				.planes(), asked.start(), asked.network(), asked.training(), asked
					.learnFrom(), asked.model(), asked.overwrite(), asked.cacheFolder()));
		assertFalse(Files.exists(report));
		Files.createDirectories(report);
		Files.writeString(report.resolve("report.html"), "mine");
		assertThrows(ExistingFile.class, () -> resume(Optional.of(report)));
		Files.delete(report.resolve("report.html"));
		resume(Optional.of(report));
		assertTrue(page().contains("<h1>Training of model</h1>"));
	}

	private void resume(final Optional<Path> where) throws IOException {
		new ResumeTraining(tools, new TrainingListener() {}, Progress.none()).run(
			new ResumeTraining.Request(model, Optional.empty(),
				ResumeTraining.AS_BEFORE, where));
	}

	@Test
	void theFolderDoesNotDecideWhichTrainingItIs() {
		final TrainClassifier.Request asked = request(LearnFrom.TRAINING, false);
		final TrainClassifier.Request read = new RequestEntries(RequestEntries
			.write(asked)).read(model, "none");
		assertEquals(Optional.of(report.toAbsolutePath()), read.report());
		report = folder.resolve("elsewhere");
		assertTrue(new RequestEntries(RequestEntries.write(asked)).isLike(request(
			LearnFrom.TRAINING, false)));
	}
}
