
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.github.cnnclassifier.evaluation.EvaluatedImage;
import io.github.cnnclassifier.evaluation.EvaluatedSide;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.ClassLabels;

class HtmlReportTest {

	private static final ReportContext BARE = new ReportContext("Title", "Data.",
		"Side.", List.of(), List.of(), List.of(), List.of());

	@Test
	void undefinedFiguresAreMarkedAndCounted() throws IOException {
		final String page = HtmlReport.of(SampleReport.side(result(List.of("a", "b",
			"c"), 1, 0, 0, 0)), Map.of(), BARE);
		assertTrue(page.contains("precision of 1 class never predicted"));
		assertTrue(page.contains("neither present nor predicted: 1 class."));
		assertTrue(page.contains("<td>0.0000\u2009\u2020</td>"));
	}

	@Test
	void definedFiguresCarryNoMark() throws IOException {
		final String page = HtmlReport.of(SampleReport.side(result(List.of("a",
			"b"), 0, 0, 1, 1)), Map.of(), BARE);
		assertFalse(page.contains("\u2009\u2020"));
		assertTrue(page.contains("None: every image was classified correctly."));
	}

	@Test
	void errorsStandWithTheSurestFirst() throws IOException {
		final ClassLabels labels = new ClassLabels(List.of("a", "b"));
		final String page = HtmlReport.of(SampleReport.side(new EvaluationResult(
			labels, List.of(new LabeledPrediction("unsure.png", 0, SampleReport
				.prediction(2, 1, 0.6f)), new LabeledPrediction("right.png", 1,
					SampleReport.prediction(2, 1, 0.99f)), new LabeledPrediction(
						"sure.png", 0, SampleReport.prediction(2, 1, 0.9f))))), Map.of(),
			BARE);
		assertFalse(page.contains("right.png"));
		assertTrue(page.indexOf(">sure.png") < page.indexOf(">unsure.png"));
	}

	@Test
	void errorsHaveAPictureOrTheReasonWhyNot() throws IOException {
		final EvaluationResult result = result(List.of("a", "b"), 0, 1, 1, 0, 1, 1);
		final SampleImage small = new SampleImage(2, 1, 1, false, 8, Pixels.of(
			new float[] { 7, 200 }), null, "x");
		final String page = HtmlReport.of(SampleReport.side(result), Map.of(
			"image 0", new ItemOutcome<>(small, null), "image 1", new ItemOutcome<>(
				null, "Gone <b>.")), BARE);
		assertTrue(page.contains("<img class=\"thumbnail\" style=\"width:80px\"" +
			" alt=\"image 0\" src=\"data:image/png;base64,iVBOR"));
		assertTrue(page.contains(">Gone &lt;b&gt;.<"));
		assertEquals(1, count(page, "<img class=\"thumbnail\""));
	}

	@Test
	void asManyPicturesAreAskedForAsTheTableHasRows() {
		assertEquals(List.of("image 1"), EvaluationFiles.pictured(result(List.of(
			"a", "b"), 0, 0, 1, 0)));
		assertEquals(20, EvaluationFiles.pictured(result(List.of("a", "b"),
			new int[60])).size() + EvaluationFiles.pictured(result(List.of("a", "b"),
				IntStream.range(0, 60).map(i -> i % 2).toArray())).size());
	}

	@Test
	void withoutHistoryThereIsNoLearningCurve() throws IOException {
		final String page = HtmlReport.of(SampleReport.side(result(List.of("a",
			"b"), 0, 0)), Map.of(), BARE);
		assertFalse(page.contains("Learning curves"));
		assertFalse(page.contains(">Training</h2>"));
	}

	@Test
	void matrixOfManyClassesIsAPictureAndTheMostFrequentConfusions()
		throws IOException
	{
		assertEquals(1, count(page(30), "<table class=\"matrix"));
		assertEquals(0, count(page(30), "class=\"matrixpicture\""));
		assertEquals(0, count(page(31), "<table class=\"matrix"));
		assertEquals(1, count(page(31), "class=\"matrixpicture\""));
		assertTrue(page(31).contains("see confusion_matrix.csv"));
		assertFalse(page(31).contains("Most frequent confusions"),
			"there is no error");
		final int[] pairs = new int[2 * 40];
		for (int i = 0; i < 40; i++) {
			pairs[2 * i] = 7;
			pairs[2 * i + 1] = i < 30 ? 3 : 4;
		}
		final String confused = HtmlReport.of(SampleReport.side(result(names(31),
			pairs)), Map.of(), BARE);
		assertTrue(confused.contains("Most frequent confusions"));
		assertTrue(confused.indexOf(">30<") < confused.indexOf(">10<"));
		assertTrue(confused.contains("75.0\u00a0%"));
	}

	private static List<String> names(final int classes) {
		return IntStream.range(0, classes).mapToObj(i -> "c" + i).toList();
	}

	@Test
	void warningsStandBeforeAnyFigure() throws IOException {
		final String page = HtmlReport.of(SampleReport.side(result(List.of("a",
			"b"), 0, 0, 1, 1)), Map.of(), BARE.withWarning("Leak."));
		assertTrue(page.indexOf("<li>Leak.</li>") > 0);
		assertTrue(page.indexOf("<li>Leak.</li>") < page.indexOf(
			"class=\"headline\""));
	}

	@Test
	void partsStandInTheirOrderAndOnlyIfTheyAreThere() throws IOException {
		final ReportPart groups = new ReportPart(ReportPlace.GROUPS, List.of(
			"By mouse."), List.of(), List.of(new ReportPart.FileTable(
				"figures_by_group.csv", new Table(List.of("group", "accuracy"), List.of(
					List.of("mouse <1>", 0.5f))), true)));
		final ReportPart curves = new ReportPart(ReportPlace.CURVES, List.of(), List
			.of(new ReportPart.FilePicture("roc.png", "ROC", new byte[] { 1 })), List
				.of());
		final EvaluationResult result = result(List.of("a", "b"), 0, 0, 1, 1);
		final String page = HtmlReport.of(SampleReport.side(result), Map.of(), BARE
			.with(groups).with(curves));
		assertTrue(page.indexOf("alt=\"ROC\"") > 0);
		assertTrue(page.indexOf("alt=\"ROC\"") < page.indexOf("By mouse."));
		assertTrue(page.contains("<th scope=\"row\">mouse &lt;1&gt;</th>\n<td>" +
			"0.5000</td>"), page);
		assertFalse(HtmlReport.of(SampleReport.side(result), Map.of(), BARE)
			.contains("Groups</h2>"));
	}

	@Test
	void aPartHasNoOtherFilesThanThoseOfItsPlace() {
		assertThrows(IllegalArgumentException.class, () -> new ReportPart(
			ReportPlace.CURVES, List.of(), List.of(new ReportPart.FilePicture(
				"../roc.png", "ROC", new byte[0])), List.of()));
	}

	@Test
	void heatMapsStandBesideTheErrorsTheyAreOf() throws IOException {
		final EvaluationResult result = result(List.of("a", "b"), 0, 1, 1, 1);
		assertFalse(HtmlReport.of(SampleReport.side(result), Map.of(), BARE)
			.contains("Looked at"));
		final String page = HtmlReport.of(SampleReport.side(result), Map.of(), BARE
			.withHeatMaps(Map.of("image 0", new byte[] { 1 }, "image 1", new byte[] {
				2 })));
		assertTrue(page.contains("Looked at"));
		assertEquals(1, count(page, "What the network looked at in"));
	}

	@Test
	void theContentsLeadToEachSection() throws IOException {
		final String page = HtmlReport.of(SampleReport.side(result(List.of("a",
			"b"), 0, 1, 1, 1)), Map.of(), SampleReport.context("x").withMethods(
				"Words."));
		for (final String anchor : List.of("classes", "confusion-matrix",
			"most-confident-errors", "training", "methods-paragraph"))
		{
			assertEquals(1, count(page, "<a href=\"#" + anchor + "\""), anchor);
			assertEquals(1, count(page, "<h2 id=\"" + anchor + "\""), anchor);
		}
	}

	@Test
	void aNameKeepsItsDirectionOfWritingToItself() throws IOException {
		final String page = HtmlReport.of(SampleReport.side(result(List.of(
			"\u0627\u0646", "b"), 0, 0, 1, 1)), Map.of(), BARE.withWarning(
				"Of \u201cb\u202e\u201d."));
		assertTrue(page.contains("\u201c<bdi>\u0627\u0646</bdi>\u201d (1)"));
		assertTrue(page.contains("<bdi>b\\u202e</bdi>"), "what is hidden is shown");
	}

	private static String page(final int classes) throws IOException {
		return HtmlReport.of(SampleReport.side(result(names(classes), 0, 0)), Map
			.of(), BARE);
	}

	@Test
	void imagesThatWereLearnedFromAreToldAboveAllInRed() throws IOException {
		final EvaluationResult result = result(List.of("a", "b"), 0, 0, 1, 1);
		assertFalse(HtmlReport.of(SampleReport.side(result), Map.of(), BARE)
			.contains("class=\"alarm\""));
		final String page = HtmlReport.of(new Evaluation(result.labels(),
			new EvaluatedSide("all images", "all images"), result.predictions()
				.stream().map(p -> new EvaluatedImage(p, "", true)).toList()), Map.of(),
			BARE);
		assertTrue(page.contains("<p class=\"alarm\" role=\"alert\">2 of the 2 " +
			"evaluated images were used to train the model"));
		assertTrue(page.matches("(?s).*[.]alarm [{] background: #b3261e.*"));
		assertTrue(page.indexOf("class=\"alarm\"") < page.indexOf(
			"class=\"warnings\""));
	}

	@Test
	void figuresHaveTheirIntervalsAndSayOfWhichSide() throws IOException {
		final String page = page(3);
		assertTrue(page.contains(
			"Side: test side. The intervals take the 1 images"));
		assertTrue(page.contains("Cohen\u2019s kappa") && page.contains(
			"Top-2 accuracy"));
		assertTrue(page.contains("figures are 0/0."));
		assertFalse(page.contains("NaN"));
	}

	private static int count(final String page, final String part) {
		return page.split(part, -1).length - 1;
	}

	/** Pairs of actual and predicted classes. */
	private static EvaluationResult result(final List<String> names,
		final int... pairs)
	{
		return new EvaluationResult(new ClassLabels(names), IntStream.range(0,
			pairs.length / 2).mapToObj(i -> new LabeledPrediction("image " + i,
				pairs[2 * i], SampleReport.prediction(names.size(), pairs[2 * i + 1],
					0.9f))).toList());
	}
}
