
package io.github.cnnclassifier.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.source.SkippedFile;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.progress.Progress;

/** Reports that are hard to show. */
enum SamplePages {

		/** As most are. */
		USUAL {

			@Override
			String html() throws IOException {
				return page(SampleReport.result(new ClassLabels(List.of("anaphase",
					"interphase", "metaphase", "prometaphase")), 80, 0.9));
			}
		},

		/** More than anybody reads. */
		CLASSES_121 {

			@Override
			String html() throws IOException {
				return page(SampleReport.result(new ClassLabels(IntStream.range(0, 121)
					.mapToObj(i -> "Genus_" + i +
						"_with_a_very_long_species_name_of_the_collection").toList()), 20,
					0.8));
			}
		},

		/** As many as the table of the matrix shows. */
		CLASSES_30 {

			@Override
			String html() throws IOException {
				return page(SampleReport.result(new ClassLabels(IntStream.range(0, 30)
					.mapToObj(i -> "class number " + i).toList()), 30, 0.8));
			}
		},

		/** As many as the table of the matrix shows with shares. */
		CLASSES_12 {

			@Override
			String html() throws IOException {
				return page(SampleReport.result(new ClassLabels(IntStream.range(0, 12)
					.mapToObj(i -> "stage " + i).toList()), 3000, 0.8));
			}
		},

		/** Names of strangers. */
		HOSTILE {

			@Override
			String html() throws IOException {
				return page(SampleReport.result(new ClassLabels(List.of(
					"<script>window.stolen=1</script>",
					"<img src=http://example.com/x onerror=window.stolen=1>",
					"\u05d7\u05dc\u05d5\u05e7\u05d4 (\u05ea\u05d0\u05d9\u05dd) 12",
					"\u0627\u0646\u0642\u0633\u0627\u0645", "a\u200fb",
					"\ud83e\uddec\ud83d\udd2c", "'\"&amp;</style></table>", "x".repeat(
						200))), 40, 0.8));
			}
		},

		/** Nothing to tell apart. */
		ONE_CLASS {

			@Override
			String html() throws IOException {
				final List<LabeledPrediction> predictions = new ArrayList<>();
				for (int i = 0; i < 30; i++)
					predictions.add(new LabeledPrediction("image_" + i + ".tif", 0,
						SampleReport.prediction(3, 0, 0.9f)));
				return page(new EvaluationResult(new ClassLabels(List.of("cells",
					"debris", "nothing")), predictions));
			}
		},

		/** Nothing to mend. */
		NO_ERRORS {

			@Override
			String html() throws IOException {
				return page(SampleReport.result(new ClassLabels(List.of("left",
					"right")), 50, 1));
			}
		},

		/** Of images before any training, with many columns. */
		INSPECTION {

			@Override
			String html() throws IOException {
				final List<Sample> samples = new ArrayList<>();
				for (int i = 0; i < 24; i++) {
					final int number = i;
					final String label = i % 2 == 0 ? "<b>left</b>"
						: "a_very_long_name_of_a_class_without_any_blank";
					samples.add(new Sample(label, label + "/image_" + i + ".tif", Side
						.values()[i % 3], () -> disk(number)));
				}
				final DataAudit audit = DataAudit.of(new LabeledImages("R&D", List.of(
					"<b>left</b>", "a_very_long_name_of_a_class_without_any_blank"),
					samples, List.of(new SkippedFile(
						"folder/of/a/folder/with_a_name_that_never_ends_".repeat(4) +
							"notes.txt", "not an image"))), ContactSheet.SIDE, Progress
								.none());
				return InspectionHtml.of(audit, Map.of("<b>left</b>", new ContactSheet(
					audit).png("<b>left</b>")));
			}
		},

		/** Nothing learned. */
		ERRORS_5000 {

			@Override
			String html() throws IOException {
				return page(SampleReport.result(new ClassLabels(List.of("left", "right",
					"upside down")), 4000, 0.05));
			}
		};

	abstract String html() throws IOException;

	/** With all parts that a report may have. */
	static String page(final EvaluationResult result) throws IOException {
		final Map<String, ItemOutcome<SampleImage>> pictures = new HashMap<>();
		final Map<String, byte[]> maps = new HashMap<>();
		final List<String> names = EvaluationFiles.pictured(result);
		for (int i = 0; i < names.size(); i++) {
			pictures.put(names.get(i), i == 3 ? new ItemOutcome<>(null,
				"The file was deleted meanwhile.") : new ItemOutcome<>(disk(i), null));
			if (i != 3) maps.put(names.get(i), MatrixPicture.png(SampleReport.result(
				new ClassLabels(List.of("a", "b")), 5, 0.5)));
		}
		final List<String> labels = result.labels().names();
		return HtmlReport.of(SampleReport.side(result), pictures, SampleReport
			.context("Evaluation of " + labels.get(0)).withWarning(
				"17 of the 412 evaluated images were used to train the model: the " +
					"figures are too good.").with(new DataSummary(new Table(List.of(
						"class", "training", "validation", "test"), labels.stream().map(
							label -> List.<Object> of(label, 310, 66, 67)).toList()), List.of(
								new LabelValue("training",
									"1240 images of 12 groups, 64 x 64 " +
										"pixels (median; from 40 x 42 to 80 x 81), 8 or 16 bits"),
								new LabelValue("groups", "Images of one animal stay on one " +
									"side of the split.")))).withMethods(
										"A convolutional neural network (six-conv, 284,714 " +
											"weights) was trained with CNN Classifier 0.1.0 to " +
											"tell " + labels.size() + " classes apart. ".repeat(6))
			.withHeatMaps(maps).with(new ReportPart(ReportPlace.CURVES, List.of(
				"The area under the " + "curve is 0.97."), List.of(
					new ReportPart.FilePicture("roc.png", "ROC curves", LearningCurveChart
						.png(SampleReport.context("").history()))), List.of(
							new ReportPart.FileTable("curves.csv", Confusions.of(result, 100),
								true)))));
	}

	/** A bright disk on dark ground, here and there. */
	static SampleImage disk(final int number) {
		final int side = 40;
		final float[] values = new float[side * side];
		for (int i = 0; i < values.length; i++) {
			final double dx = i % side - 12 - number % 15;
			final double dy = i / side - 20;
			values[i] = dx * dx + dy * dy < 81 ? 210 - number : 30 + i % 7;
		}
		return new SampleImage(side, side, 1, false, 8, Pixels.of(values), null,
			"x");
	}
}
