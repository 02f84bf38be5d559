
package io.github.cnnclassifier.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.evaluation.EvaluationResult;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.Pixels;
import io.github.cnnclassifier.image.SampleImage;
import io.github.cnnclassifier.model.ClassLabels;

class EvaluationFilesTest {

	private static final String SCRIPT = "<script>alert('x')</script>";
	private static final ClassLabels LABELS = new ClassLabels(List.of(
		"M\u00fcll, \"grob\"", SCRIPT, "anaphase"));

	private final Locale locale = Locale.getDefault();

	@TempDir
	Path folder;

	@AfterEach
	void restoreLocale() {
		Locale.setDefault(locale);
	}

	@Test
	void metricsListClassesAveragesAndOverallFigures() throws IOException {
		final EvaluationResult result = write(Locale.GERMANY);
		final List<CSVRecord> rows = parse("metrics.csv");
		assertEquals(List.of("class", "support", "predicted", "precision", "recall",
			"f1", "value", "kind"), rows.get(0).toList());
		assertEquals("M\u00fcll, \"grob\"", rows.get(1).get(0));
		assertEquals(Long.toString(result.matrix().rowSum(0)), rows.get(1).get(1));
		assertEquals(SCRIPT, rows.get(2).get(0));
		assertEquals("macro", rows.get(4).get(0));
		assertEquals(result.figures().macro().f1(), Double.parseDouble(rows.get(4)
			.get(5)), 5e-5);
		assertEquals("accuracy", rows.get(7).get(0));
		assertTrue(rows.get(7).get(6).matches("0\\.\\d{4}"), rows.get(7).get(6));
		assertEquals(List.of("undefined_recall", "46", "46", "", "", "", "0",
			"overall"), rows.get(14).toList());
		assertEquals("calibration_error", rows.get(15).get(0));
		assertEquals(result.confidence().error().value(), Double.parseDouble(rows
			.get(15).get(6)), 5e-5);
		assertEquals("calibration_error_by_chance", rows.get(18).get(0));
		assertEquals(List.of("kappa", "top_2_accuracy", "macro_roc_auc",
			"macro_average_precision", "undefined_figures", "trained_on", "side"),
			rows.subList(19, rows.size()).stream().map(row -> row.get(0)).toList());
		assertEquals("test side", rows.get(25).get(6));
	}

	@Test
	void figuresHaveAnIntervalEachAndTheSide() throws IOException {
		write(Locale.GERMANY);
		final List<CSVRecord> rows = parse("figures.csv");
		assertEquals(List.of("figure", "class", "value", "low_95", "high_95",
			"images", "groups", "side"), rows.get(0).toList());
		assertEquals(1 + 15 + 3 * 5, rows.size());
		assertEquals("accuracy", rows.get(1).get(0));
		for (final CSVRecord row : rows.subList(1, rows.size())) {
			assertEquals("test side", row.get(7));
			if (row.get(0).startsWith("top_3") || row.get(0).startsWith("top_5"))
				assertEquals("", row.get(2) + row.get(3) + row.get(4));
			else {
				final double value = Double.parseDouble(row.get(2));
				assertTrue(Double.parseDouble(row.get(3)) <= value && value <= Double
					.parseDouble(row.get(4)), row.toString());
			}
		}
	}

	@Test
	void matrixHasActualClassesInRows() throws IOException {
		final EvaluationResult result = write(Locale.ROOT);
		final List<CSVRecord> rows = parse("confusion_matrix.csv");
		assertEquals("actual\\predicted", rows.get(0).get(0));
		assertEquals(SCRIPT, rows.get(0).get(2));
		for (int row = 0; row < 3; row++) {
			assertEquals(LABELS.name(row), rows.get(row + 1).get(0));
			for (int column = 0; column < 3; column++) {
				assertEquals(Long.toString(result.matrix().count(row, column)), rows
					.get(row + 1).get(column + 1));
			}
		}
	}

	@Test
	void predictionsListEveryImageAndThenTheFailedFiles() throws IOException {
		final EvaluationResult result = write(Locale.GERMANY);
		final List<CSVRecord> rows = parse("predictions.csv");
		assertEquals(List.of("file", "actual", "predicted", "confidence",
			"p_M\u00fcll, \"grob\"", "p_" + SCRIPT, "p_anaphase", "correct", "error",
			"group", "side", "trained"), rows.get(0).toList());
		assertEquals(result.predictions().size() + 2, rows.size());
		assertEquals(List.of("M\u00fcll, \"grob\"/image_0.tif",
			"M\u00fcll, \"grob\"", "M\u00fcll, \"grob\"", "0.9800", "0.9800",
			"0.0100", "0.0100", "true", "", "", "test side", "false"), rows.get(1)
				.toList());
		assertEquals(List.of("anaphase/broken.tif", "", "", "", "", "", "", "",
			"The file is cut short: expected 8192 bytes, found 0.", "", "", ""), rows
				.get(rows.size() - 1).toList());
		assertFalse(Files.readString(folder.resolve("predictions.csv")).contains(
			"\r"));
	}

	@Test
	void theDataOfTheChartsOfConfidenceAreTables() throws IOException {
		final EvaluationResult result = write(Locale.GERMANY);
		final List<CSVRecord> bins = parse("reliability.csv");
		assertEquals(List.of("above", "to", "images", "confidence", "accuracy"),
			bins.get(0).toList());
		assertEquals(16, bins.size());
		assertEquals(46, bins.stream().skip(1).mapToInt(row -> Integer.parseInt(row
			.get(2))).sum());
		final List<CSVRecord> curve = parse("coverage.csv");
		assertEquals(List.of("threshold", "answered", "coverage", "accuracy",
			"accuracy_95_low", "accuracy_95_high"), curve.get(0).toList());
		assertEquals("46", curve.get(1).get(1));
		assertEquals(result.figures().accuracy(), Double.parseDouble(curve.get(1)
			.get(3)), 5e-5);
		for (final String chart : List.of("reliability.png", "coverage.png"))
			assertEquals(1440, ImageIO.read(folder.resolve(chart).toFile())
				.getWidth());
		assertTrue(Files.readString(folder.resolve("report.html")).contains(
			"Expected calibration error 0."));
	}

	@Test
	void reportEscapesWhatOthersWrote() throws IOException {
		write(Locale.ROOT);
		final String page = Files.readString(folder.resolve("report.html"));
		assertFalse(page.contains("<script"));
		assertTrue(page.contains("&lt;script&gt;alert(&#39;x&#39;)"));
		assertTrue(page.contains("<title>R&amp;D &lt;b&gt;</title>"));
		assertTrue(page.contains("M\u00fcll, &quot;grob&quot;"));
	}

	@Test
	void reportNeedsNoOtherFileAndNoNetwork() throws IOException {
		write(Locale.ROOT);
		final String page = Files.readString(folder.resolve("report.html"));
		assertTrue(page.contains("src=\"data:image/png;base64,iVBOR"));
		assertFalse(page.matches("(?s).*(https?:|<link|url\\().*"));
	}

	@Test
	void reportWarnsOfClassesWithFewImages() throws IOException {
		write(Locale.ROOT);
		final String page = Files.readString(folder.resolve("report.html"));
		assertTrue(page.contains(
			"say little: \u201c<bdi>anaphase</bdi>\u201d (6).</li>"));
	}

	@Test
	void everythingThatThePageShowsIsAFileAsWell() throws IOException {
		write(Locale.ROOT);
		assertEquals(Set.of("report.html", "metrics.csv", "confusion_matrix.csv",
			"confusion_matrix.png", "predictions.csv", "errors.csv", "training.csv",
			"training.png", "settings.csv", "figures.csv", "curves.csv", "roc.png",
			"precision_recall.png", "reliability.csv", "reliability.png",
			"coverage.csv", "coverage.png"), names());
		assertEquals(List.of("epoch", "training_loss", "validation_loss",
			"validation_accuracy", "learning_rate"), parse("training.csv").get(0)
				.toList());
		assertEquals(13, parse("training.csv").size());
		assertEquals(List.of("Seed", "1"), parse("settings.csv").get(5).toList());
		assertEquals(List.of("file", "actual", "predicted", "confidence",
			"probability_of_actual"), parse("errors.csv").get(0).toList());
		assertTrue(Double.parseDouble(parse("errors.csv").get(1).get(3)) >= Double
			.parseDouble(parse("errors.csv").get(2).get(3)), "the surest first");
	}

	@Test
	void partsAndThePicturesOfErrorsAreFiles() throws IOException {
		final EvaluationResult result = SampleReport.result(LABELS, 20, 0.8);
		final SampleImage small = new SampleImage(2, 1, 1, false, 8, Pixels.of(
			new float[] { 7, 200 }), null, "x");
		final Table table = new Table(List.of("group", "accuracy"), List.of(List.of(
			"a", 0.5f)));
		EvaluationFiles.write(folder, SampleReport.side(result), List.of(), Map.of(
			EvaluationFiles.pictured(result).get(0), new ItemOutcome<>(small, null)),
			SampleReport.context("x").withMethods("Words.").with(new DataSummary(
				table, List.of())).with(new ReportPart(ReportPlace.GROUPS, List.of(),
					List.of(), List.of(new ReportPart.FileTable("figures_by_group.csv",
						table, false)))));
		assertTrue(names().containsAll(Set.of("errors.png", "methods.txt",
			"data.csv", "figures_by_group.csv")), names().toString());
		assertEquals("Words.\n", Files.readString(folder.resolve("methods.txt")));
		assertEquals("group,accuracy\na,0.5000\n", Files.readString(folder.resolve(
			"figures_by_group.csv")));
		write(Locale.ROOT);
		assertFalse(names().contains("figures_by_group.csv"),
			"of an earlier report nothing stays that would be taken for this one's");
		assertFalse(names().contains("errors.png"));
	}

	@Test
	void noFileOfAReportIsReplacedUnasked() throws IOException {
		final Path images = folder.resolve("images");
		EvaluationFiles.requireWritable(folder, false, images);
		Files.writeString(folder.resolve("coverage.png"), "mine");
		assertThrows(ExistingFile.class, () -> EvaluationFiles.requireWritable(
			folder, false, images));
		EvaluationFiles.requireWritable(folder, true, images);
	}

	@Test
	void aReportAmongTheImagesWouldBeTakenForImages() {
		assertTrue(assertThrows(UserFailure.class, () -> EvaluationFiles
			.requireWritable(folder.resolve("images/report"), true, folder.resolve(
				"images"))).getMessage().contains("outside of the images"));
	}

	private Set<String> names() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).collect(Collectors
				.toSet());
		}
	}

	@Test
	void numbersInTheReportDoNotFollowTheLocale() throws IOException {
		write(Locale.GERMANY);
		final String german = Files.readString(folder.resolve("report.html"));
		write(Locale.ROOT);
		assertTrue(german.equals(Files.readString(folder.resolve("report.html"))));
	}

	@Test
	void lineOfFiguresIsWhatScriptsRelyOn() {
		Locale.setDefault(Locale.GERMANY);
		assertTrue(FiguresLine.of(SampleReport.result(LABELS, 20, 0.8).figures())
			.matches("accuracy=0\\.\\d{4} balanced_accuracy=0\\.\\d{4} " +
				"macro_precision=0\\.\\d{4} macro_recall=0\\.\\d{4} " +
				"macro_f1=0\\.\\d{4} guessing=0\\.\\d{4} n=46"));
	}

	private EvaluationResult write(final Locale machine) throws IOException {
		Locale.setDefault(machine);
		final EvaluationResult result = SampleReport.result(LABELS, 20, 0.8);
		EvaluationFiles.write(folder, SampleReport.side(result), List.of(), Map
			.of(), SampleReport.context("R&D <b>"));
		return result;
	}

	private List<CSVRecord> parse(final String name) throws IOException {
		try (CSVParser parser = CSVParser.parse(Files.readString(folder.resolve(
			name)), CSVFormat.DEFAULT))
		{
			return parser.getRecords();
		}
	}
}
