
package io.github.cnnclassifier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.io.RoiEncoder;
import ij.measure.ResultsTable;
import io.github.cnnclassifier.Answer;
import io.github.cnnclassifier.CnnClassifier;
import io.github.cnnclassifier.archive.ModelArchive;
import io.github.cnnclassifier.archive.ShippedModel;
import io.github.cnnclassifier.command.ClassifyImageCommand;
import io.github.cnnclassifier.engine.Engine;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ConfidenceRecord;
import io.github.cnnclassifier.model.NetworkPlan;
import io.github.cnnclassifier.model.SavedClassifier;
import io.github.cnnclassifier.model.SuggestedThreshold;
import io.github.cnnclassifier.model.Temperature;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.progress.Progress;

/** The threshold that a model suggests, in all ways to use it. */
class SuggestedThresholdTest {

	private static final String DIGIT = "sample-images/digits/4/4_000.png";

	@TempDir
	static Path folder;

	private static Path model;

	/** Its answers are the usual ones, but none is as sure as it suggests. */
	@BeforeAll
	static void model() throws IOException {
		final Engine engine = CnnClassifier.tools(Progress.none()).engine();
		final SavedClassifier digits = ShippedModel.read(Path.of(
			ShippedModel.DIGITS), engine);
		model = folder.resolve("unsure.zip");
		ModelArchive.write(model, new SavedClassifier(digits.description().with(
			new ConfidenceRecord(Optional.empty(), Optional.of(new SuggestedThreshold(
				new Threshold(1), 0.99, 1, 0.01, 400)))), new Temperature(3).foldedInto(
					NetworkPlan.of(digits.networkSpec()), digits.weights())), engine);
	}

	private static CommandLineRun run(final String command,
		final String... words)
	{
		final String[] all = new String[words.length + 2];
		all[0] = command;
		all[1] = "model=" + model;
		System.arraycopy(words, 0, all, 2, words.length);
		return CommandLineRun.of(all);
	}

	@Test
	void anImageIsUnknownInOutputTableAndOverlay() throws Exception {
		assertTrue(run("classify-image", "image=" + DIGIT, "threshold=auto")
			.endsWith(0).results().get(0).startsWith("class=unknown confidence=0."));
		assertTrue(run("classify-image", "image=" + DIGIT).endsWith(0).results()
			.get(0).startsWith("class=4 "));
		final ImagePlus image = IJ.openImage(DIGIT);
		try (Context context = new Context()) {
			final ResultsTable table = (ResultsTable) context.service(
				CommandService.class).run(ClassifyImageCommand.class, true, Map.of(
					"image", image, "model", model.toFile(), "threshold", "auto")).get()
				.getOutput("table");
			assertEquals("unknown", table.getStringValue("class", table.size() - 1));
		}
		assertEquals("unknown", ((TextRoi) image.getOverlay().get(0)).getText()
			.strip());
	}

	/** As scripts gave it while it was a number. */
	@Test
	void aScriptMayGiveANumber() throws Exception {
		try (Context context = new Context()) {
			for (final Object number : new Object[] { 1.0, 1, 1f, "1.0" }) {
				final ResultsTable table = (ResultsTable) context.service(
					CommandService.class).run(ClassifyImageCommand.class, true, Map.of(
						"image", IJ.openImage(DIGIT), "model", model.toFile(), "threshold",
						number)).get().getOutput("table");
				assertEquals("unknown", table.getStringValue("class", table.size() - 1),
					number.getClass().toString());
			}
		}
	}

	@Test
	void aRegionAFolderAndAMapAreUnknown() throws IOException {
		final Path roi = folder.resolve("all.roi");
		Files.write(roi, RoiEncoder.saveAsByteArray(new Roi(0, 0, 28, 28)));
		assertTrue(run("classify-rois", "image=" + DIGIT, "rois=" + roi, "output=" +
			folder.resolve("rois.csv"), "threshold=auto").endsWith(0).results()
			.contains("class=unknown count=1"));
		final Path images = Files.createDirectories(folder.resolve("images"));
		Files.copy(Path.of(DIGIT), images.resolve("4.png"));
		final CommandLineRun files = run("classify-folder", "images=" + images,
			"output=" + folder.resolve("files.csv"), "threshold=auto").endsWith(0);
		assertTrue(files.results().get(files.results().size() - 1).endsWith(
			" unknown=1"), files.toString());
		assertTrue(run("map-classes", "image=" + DIGIT, "output=" + folder.resolve(
			"map.tif"), "threshold=auto").endsWith(0).results().stream().anyMatch(
				line -> line.matches("class=unknown pixels=\\d+ fraction=1\\.0000")));
	}

	@Test
	void theApiAnswersUnknown() {
		try (CnnClassifier classifier = CnnClassifier.open(model)) {
			final ImagePlus image = IJ.openImage(DIGIT);
			final Answer answer = classifier.withSuggestedThreshold().classify(image);
			assertEquals("unknown", answer.className());
			assertEquals("4", classifier.classify(image).className());
		}
	}

	@Test
	void aModelWithoutOneSaysWhatToDo() {
		CommandLineRun.of("classify-image", "model=digits", "image=" + DIGIT,
			"threshold=auto").refuses(1, "for threshold=auto",
				"Give a number from 0 to 1", "wishedAccuracy=0.99");
		try (CnnClassifier classifier = CnnClassifier.open("digits")) {
			assertThrows(UserFailure.class, classifier::withSuggestedThreshold);
		}
	}

	@Test
	void anEvaluationTellsWhatItLeaves() {
		run("evaluate", "images=sample-images/digits", "split=all").endsWith(0)
			.says("With the threshold that the model suggests, 1.0000, 0.0 % of " +
				"these images get an answer.");
	}

	@Test
	void theModelTellsOfIt() {
		assertTrue(run("info").endsWith(0).results().stream().anyMatch(line -> line
			.contains("suggested threshold") && line.contains(
				"1.0000 for an accuracy of 0.99")));
	}
}
