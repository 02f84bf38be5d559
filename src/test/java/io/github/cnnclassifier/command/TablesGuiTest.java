
package io.github.cnnclassifier.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.Menu;
import java.awt.TextField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.swing.JDialog;
import javax.swing.JOptionPane;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import io.github.cnnclassifier.imagej.CommandTables;
import io.github.cnnclassifier.report.Table;

/**
 * A person at the dialogs gets tables with titles and keeps the Results table
 * for measurements; macros get the Results table. Needs a display.
 */
@Tag("gui")
class TablesGuiTest {

	private static final String CLASSIFY = "Classify Image with CNN...";

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;
	private static Path images;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
		images = folder.resolve("plate 7");
		for (int digit = 0; digit < 10; digit++) {
			final Path to = Files.createDirectories(images.resolve("" + digit));
			Files.copy(PlainImageJ.DIGITS.resolve(digit + "/" + digit + "_000.png"),
				to.resolve("a.png"));
		}
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
	}

	@BeforeEach
	void measured() {
		final ResultsTable results = ResultsTable.getResultsTable();
		results.reset();
		results.addRow();
		results.addValue("Area", 12);
		results.show("Results");
	}

	@AfterEach
	void closeAll() {
		OwnTables.close();
		for (final String title : WindowManager.getNonImageTitles()) {
			if (title.startsWith("Earlier") && WindowManager.getFrame(
				title) instanceof TextWindow window) window.close(false);
		}
		for (final String title : WindowManager.getImageTitles()) {
			final ImagePlus image = WindowManager.getImage(title);
			image.changes = false;
			image.close();
		}
	}

	private static void assertOnlyMeasured() {
		final ResultsTable results = ResultsTable.getResultsTable();
		assertEquals(1, results.size());
		assertEquals(12, results.getValue("Area", 0));
	}

	private static ResultsTable classified(final ImagePlus image, final String of,
		final int rows) throws Exception
	{
		GuiImageJ.ok(GuiImageJ.dialogOf(CLASSIFY));
		return GuiImageJ.await(() -> {
			final ResultsTable table = OwnTables.of("Predictions of " + of +
				" by digits");
			return table != null && table.size() == rows && !image.isLocked() ? table
				: null;
		});
	}

	private static void evaluate() throws Exception {
		evaluate("");
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		assertEquals("The evaluation is done", question.getTitle());
		EventQueue.invokeAndWait(() -> question.dispose());
	}

	private static void evaluate(final String report) throws Exception {
		final GenericDialog dialog = GuiImageJ.dialogOf(
			"Evaluate CNN Classifier...");
		EventQueue.invokeAndWait(() -> {
			((TextField) dialog.getStringFields().get(0)).setText(images.toString());
			((TextField) dialog.getStringFields().lastElement()).setText(report);
		});
		GuiImageJ.ok(dialog);
	}

	private static List<String> texts(final JDialog question) {
		return Stream.of(question.getContentPane().getComponents()).filter(
			JOptionPane.class::isInstance).map(pane -> ((JOptionPane) pane)
				.getMessage()).map(told -> String.valueOf(
					told instanceof final Object[] parts ? parts[0] : told)).toList();
	}

	@Test
	void predictionsOfOneModelAreInOneTableThatTellsOfHowManyImages()
		throws Exception
	{
		final ImagePlus six = PlainImageJ.digit(6);
		six.show();
		classified(six, six.getTitle(), 1);
		classified(six, six.getTitle(), 2);
		final ImagePlus three = PlainImageJ.digit(3);
		three.show();
		final ResultsTable both = classified(three, "2 images", 3);
		assertEquals(List.of("6", "6", "3"), Arrays.asList(both.getColumnAsStrings(
			"class")));
		assertOnlyMeasured();
		assertEquals(List.of("Predictions of 2 images by digits"), OwnTables
			.titles());
		assertEquals(List.of("Predictions of 2 images by digits"), windowMenu());
	}

	private static List<String> windowMenu() {
		final Menu menu = IntStream.range(0, imageJ.getMenuBar().getMenuCount())
			.mapToObj(imageJ.getMenuBar()::getMenu).filter(m -> m.getLabel().equals(
				"Window")).findFirst().orElseThrow();
		return IntStream.range(0, menu.getItemCount()).mapToObj(i -> menu.getItem(i)
			.getLabel()).filter(label -> label.startsWith("Predictions")).toList();
	}

	@Test
	void aNameThatSomebodyGaveToATableStays() throws Exception {
		final ImagePlus six = PlainImageJ.digit(6);
		six.show();
		classified(six, six.getTitle(), 1);
		OwnTables.windows().get(0).rename("mine");
		PlainImageJ.digit(3).show();
		GuiImageJ.ok(GuiImageJ.dialogOf(CLASSIFY));
		GuiImageJ.await(() -> {
			final ResultsTable mine = OwnTables.of("mine");
			return mine != null && mine.size() == 2 ? mine : null;
		});
		assertEquals(List.of("mine"), OwnTables.titles());
	}

	@Test
	void aClosedTableBeginsAnew() throws Exception {
		final ImagePlus six = PlainImageJ.digit(6);
		six.show();
		classified(six, six.getTitle(), 1);
		OwnTables.close();
		final ImagePlus three = PlainImageJ.digit(3);
		three.show();
		classified(three, three.getTitle(), 1);
		assertOnlyMeasured();
	}

	@Test
	void theTableOfARunThatWasClosedDoesNotComeBackWithItsNextRow()
		throws Exception
	{
		final CommandTables tables = new CommandTables(true);
		final ResultsTable first = tables.goOn(null, "Trials", row(1));
		final ResultsTable second = tables.goOn(first, "Trials", row(2));
		assertEquals(2, OwnTables.of("Trials").size());
		OwnTables.close();
		tables.goOn(second, "Trials", row(3));
		assertEquals(List.of(), OwnTables.titles());
		tables.goOn(null, "Trials", row(1));
		tables.goOn(null, "Trials", row(1));
		assertEquals(List.of("Trials", "Trials (2)"), OwnTables.titles());
	}

	private static Table row(final int trial) {
		return new Table(List.of("trial"), List.of(List.of(trial)));
	}

	@Test
	void areasAreTitledWithImageAndModel() throws Exception {
		final ImagePlus image = PlainImageJ.digit(6);
		image.setTitle("field.tif");
		image.show();
		GuiImageJ.ok(GuiImageJ.dialogOf("Map Classes with CNN..."));
		GuiImageJ.await(() -> OwnTables.of("Areas in field.tif by digits"));
		GuiImageJ.await(() -> WindowManager.getImage("Class map of field.tif"));
		assertOnlyMeasured();
	}

	@Test
	void eachEvaluationHasFiguresAndConfusionsOfItsOwn() throws Exception {
		final String of = " of digits on plate 7 (all images)";
		evaluate();
		final ResultsTable figures = GuiImageJ.await(() -> OwnTables.of(
			"Evaluation" + of));
		assertEquals(11, figures.size());
		final ResultsTable matrix = OwnTables.of("Confusion matrix" + of);
		assertEquals("actual\\predicted 0 1 2 3 4 5 6 7 8 9", String.join(" ",
			matrix.getHeadings()));
		assertEquals("4", matrix.getStringValue(0, 4));
		assertEquals(1, matrix.getValue("4", 4));
		assertEquals(0, matrix.getValue("5", 4));
		evaluate();
		GuiImageJ.await(() -> OwnTables.of("Evaluation" + of + " (2)"));
		assertEquals(List.of("Confusion matrix" + of, "Confusion matrix" + of +
			" (2)", "Evaluation" + of, "Evaluation" + of + " (2)"), OwnTables
				.titles());
		assertOnlyMeasured();
	}

	@Test
	void aPersonIsAskedWhetherToOpenTheReportWhenTheTablesAreThere()
		throws Exception
	{
		final Path report = folder.resolve("report");
		evaluate(report.toString());
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		assertEquals("The report is written", question.getTitle());
		assertTrue(texts(question).get(0).startsWith("The report is in\n" + report
			.resolve("report.html") + "\n"), texts(question).toString());
		assertEquals(2, OwnTables.titles().size());
		EventQueue.invokeAndWait(() -> question.dispose());
		final Path other = folder.resolve("macro's report");
		assertEquals("11", IJ.runMacro("run('Evaluate CNN Classifier...', " +
			"\"images=[" + images + "] model=digits output=[" + other +
			"]\"); return '' + nResults;"));
		assertTrue(Files.exists(other.resolve("report.html")));
		assertNull(GuiImageJ.find(JDialog.class));
	}

	@Test
	void aTableOfPredictionsIsEvaluatedFromTheDialog() throws Exception {
		final Path table = Files.writeString(folder.resolve("predictions.csv"),
			"file,actual,p_a,p_b,side\n1,a,0.9,0.1,test side\n2,b,0.2,0.8,test side\n");
		final GenericDialog dialog = GuiImageJ.dialogOf(
			"Evaluate CNN Classifier...");
		EventQueue.invokeAndWait(() -> {
			final List<?> fields = dialog.getStringFields();
			// images, classes to leave out, model, predictions
			((TextField) fields.get(0)).setText("");
			((TextField) fields.get(2)).setText("");
			((TextField) fields.get(3)).setText(table.toString());
		});
		GuiImageJ.ok(dialog);
		assertEquals(3, GuiImageJ.await(() -> OwnTables.of(
			"Evaluation of predictions.csv (test side)")).size());
		assertOnlyMeasured();
	}

	@Test
	void aMacroReadsTheResultsTableAndSeesNoOther() throws Exception {
		PlainImageJ.digit(6).show();
		assertEquals("6", IJ.runMacro("run('" + CLASSIFY +
			"', 'model=digits'); return getResultString('class', nResults - 1);"));
		assertEquals("11", IJ.runMacro(
			"run('Evaluate CNN Classifier...', 'images=[" + images +
				"] model=digits'); return '' + nResults;"));
		GuiImageJ.await(() -> WindowManager.getActiveTable() == ResultsTable
			.getResultsWindow() ? true : null);
		assertEquals(List.of(), OwnTables.titles());
		// what was measured is not lost
		assertEquals(12, ResultsTable.getResultsTable("Earlier Results").getValue(
			"Area", 0));
		assertNull(WindowManager.getFrame("Confusion matrix"));
	}
}
