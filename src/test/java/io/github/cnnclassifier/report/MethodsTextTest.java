
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.image.ChannelRule;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.Preprocessing;
import io.github.cnnclassifier.model.Architecture;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.model.DatasetRecord;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.GroupingRecord;
import io.github.cnnclassifier.model.LayerSpec;
import io.github.cnnclassifier.model.TrainingImages;
import io.github.cnnclassifier.model.TrainingRecord;

/** The methods paragraph tells what is stored, and nothing else. */
class MethodsTextTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("a", "b"));
	private static final EvaluationResult RESULT = SampleReport.result(LABELS, 94,
		1);
	private static final Map<String, String> VERSIONS = versions("1.0.0");

	private static Map<String, String> versions(final String program) {
		final Map<String, String> versions = new LinkedHashMap<>();
		versions.put("CNN Classifier", program);
		versions.put("engine", "Deeplearning4j 1.0.0-M2.1");
		versions.put("Java", "17.0.15");
		versions.put("system", "Linux amd64");
		return versions;
	}

	private static ClassifierDescription model(final Map<String, String> settings,
		final List<EpochFigures> history, final GroupingRecord grouping)
	{
		return new ClassifierDescription("cells", LABELS, new Architecture("one",
			List.of(new LayerSpec.Flatten(), new LayerSpec.Dense(0))),
			new Preprocessing(4, 5, 1, ChannelRule.GRAY, new IntensityRange(0, 255)),
			null, TrainingImages.ofBitDepth(8), new TrainingRecord(7, settings,
				history.size(), history, new DatasetRecord("00",
					"140 labeled images of 2 classes from 'cells': 100 to learn from, " +
						"20 to validate, 20 to test", Map.of(), Map.of(), grouping),
				VERSIONS, "2026-01-31T12:34:56Z"), Map.of());
	}

	private static EpochFigures epoch(final int number, final double training,
		final double validation)
	{
		return new EpochFigures(number, training, validation, 0.9, 1e-3);
	}

	private static String text(final ClassifierDescription model) {
		return MethodsText.of(model, RESULT, "100 images: all images", VERSIONS);
	}

	@Test
	void aTrainingFromRandomWeightsIsToldWithItsNumbers() {
		final Map<String, String> settings = new LinkedHashMap<>();
		settings.put("training", "all epochs done");
		settings.put("start", "scratch");
		settings.put("kept", "epoch 2, the best one on 20 validation images");
		settings.put("epochs", "30");
		settings.put("batchSize", "64");
		settings.put("learningRate", "0.002");
		settings.put("weightDecay", "0.01");
		settings.put("augmentation", "light");
		settings.put("optimizer", "adamw");
		settings.put("schedule", "cosine");
		settings.put("labelSmoothing", "0.0");
		settings.put("mixup", "0.2");
		settings.put("classBalance", "weights");
		assertEquals(
			"A convolutional neural network (one, 42 weights) was trained " +
				"with CNN Classifier 1.0.0 (engine Deeplearning4j 1.0.0-M2.1; Java " +
				"17.0.15) to tell 2 classes apart (a, b). Data: 140 labeled images of 2 " +
				"classes from 'cells': 100 to learn from, 20 to validate, 20 to test. " +
				"The images had 8 bits per value. Images of a mouse stay together. Each " +
				"image was brought to 4 x 5 pixels (stretch) and 1 channel; " +
				"intensities: 0..255 became 0..1. The weights were random at the start. " +
				"Training: cross-entropy loss, optimizer adamw, highest learning rate " +
				"0.002, weight decay 0.01, schedule cosine, at most 30 epochs, batches of " +
				"64, augmentation light, mixup 0.2, class balance weights, seed 7. The " +
				"training ended: all epochs done. The weights kept are those of epoch 2, " +
				"the best one on 20 validation images. Evaluated were 100 images: all " +
				"images. The accuracy was 1.0000 (95 % interval 0.9630 to 1.0000; n = " +
				"100), the balanced accuracy 1.0000 and the macro-averaged F1 1.0000.",
			text(model(settings, List.of(epoch(1, 1, 1), epoch(2, 0.5, 0.5)),
				new GroupingRecord("mouse", "Images of a mouse stay together.", ""))));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"Grouped by animal: 3 groups. groups=none turns this off. | Grouped by animal: 3 groups.",
		"Not grouped: the names do not tell which images belong together. If some come from one animal, slide, well or field, say so with groups. | Not grouped: the names do not tell which images belong together.",
		"If they do belong together, the figures are too good; groups=animal keeps them together. | If they do belong together, the figures are too good.",
		"If they do belong together, the figures are too good; groups=animal leaves such images out. | If they do belong together, the figures are too good." })
	void aPaperDoesNotSayWhichKeyToSet(final String statement,
		final String told)
	{
		final String text = text(model(Map.of(), List.of(), new GroupingRecord(
			"none", statement, "")));
		assertTrue(text.contains(told + " Each image was brought"), text);
		assertFalse(text.contains("groups="), text);
	}

	@Test
	void whatIsNotStoredIsNotTold() {
		final String text = text(model(Map.of(), List.of(), GroupingRecord.NONE));
		assertFalse(text.contains("optimizer"), text);
		assertFalse(text.contains("random at the start"), text);
		assertFalse(text.contains("Not recorded"), text);
		assertFalse(text.contains("null"), text);
	}

	@Test
	void ofANewLastLayerAloneNoOptimizerIsTold() {
		final Map<String, String> settings = Map.of("start", "digits", "parent",
			"3f2a", "optimizer", "adamw", "epochs", "30");
		final String head = text(model(settings, List.of(epoch(1, 1, 1)),
			GroupingRecord.NONE));
		assertTrue(head.contains(
			"those of the model digits (3f2a). Only a new last " +
				"layer was fitted to their outputs."), head);
		assertFalse(head.contains("adamw"), head);
		assertTrue(text(model(settings, List.of(epoch(1, 1, 1), epoch(2, 1, 1)),
			GroupingRecord.NONE)).contains("optimizer adamw"));
	}

	@Test
	void aLeakIsToldAndSoIsOtherSoftware() {
		final String text = MethodsText.of(model(Map.of(), List.of(),
			new GroupingRecord("none", "All alone.", "A group was divided.")), RESULT,
			"100 images: all images", versions("2.0.0"));
		assertTrue(text.contains("All alone. A group was divided."), text);
		assertTrue(text.contains(
			"Evaluated were 100 images: all images, with CNN " +
				"Classifier 2.0.0 (engine"), text);
	}

	@Test
	void aTrainingThatEndedTooEarlyOrKnowsItsImagesByHeartIsAWarning() {
		assertEquals(List.of(), ReportWarnings.ofTraining(model(Map.of("training",
			"all epochs done"), List.of(epoch(1, 0.4, 0.45)), GroupingRecord.NONE)));
		assertEquals(List.of(
			"The training was stopped at epoch 3 of 20: going on may make the model " +
				"better.",
			"Over-fitting: in the last epoch of the model the loss is 0.05 on " +
				"training images and 0.90 on validation images. More images, stronger " +
				"augmentation or a smaller network narrow the gap."), ReportWarnings
					.ofTraining(model(Map.of("training", "stopped at epoch 3 of 20"), List
						.of(epoch(1, 0.4, 0.45), epoch(2, 0.05, 0.9)),
						GroupingRecord.NONE)));
		assertEquals(List.of(), ReportWarnings.ofTraining(model(Map.of(), List.of(
			epoch(1, 0.4, Double.NaN)), GroupingRecord.NONE)));
	}
}
