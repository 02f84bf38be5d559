
package io.github.cnnclassifier.ui.train;

import static io.github.cnnclassifier.launch.ShownWindows.all;
import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JScrollBar;
import javax.swing.JTable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.evaluation.EvaluatedImage;
import io.github.cnnclassifier.evaluation.EvaluatedSide;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.EvaluationVerdict;
import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.image.PlanePolicy;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.ui.CutParts;
import io.github.cnnclassifier.ui.MatrixPanel;
import io.github.cnnclassifier.ui.ModelUse;
import io.github.cnnclassifier.workflow.EvaluatedImages;
import io.github.cnnclassifier.workflow.train.LearningWatch;
import io.github.cnnclassifier.workflow.train.TrainingControl;
import io.github.cnnclassifier.workflow.train.TrainingQueue;

/** The cards of a training in the size of its window; nobody sees them here. */
@Timeout(120)
class CardsShowAllTest {

	private static final int WIDTH = 886;
	private static final int HEIGHT = 555;
	private static final List<String> LABELS = List.of("left", "right");

	@TempDir
	private Path folder;

	private Path images;

	/** Images can be found; all else is not asked for. */
	private final class Found implements ResultActions {

		private int searched;
		private final List<Side> shown = new ArrayList<>();

		@Override
		public Judged onHiddenImages() {
			return judged(Side.TEST);
		}

		@Override
		public EvaluatedImages images(final Side side) throws IOException {
			searched++;
			return EvaluatedImages.of("wbc", judged(side).result(), images,
				new ImageJImageReader(), PlanePolicy.EACH);
		}

		@Override
		public void showImages(final Side side, final ImageChoice choice) {
			shown.add(side);
		}

		@Override
		public void showOutOfFold() {
			throw new UnsupportedOperationException();
		}

		@Override
		public void use(final ModelUse use) {
			throw new UnsupportedOperationException();
		}

		@Override
		public String report() {
			return "The report is in '/home/somebody/of a long name/CNN models/" +
				"mitocheck of the second plate report 2'. It is on the validation " +
				"images: The model was trained without a test side.";
		}

		@Override
		public String methods() {
			throw new UnsupportedOperationException();
		}

		@Override
		public String trainAgain() {
			throw new UnsupportedOperationException();
		}
	}

	@BeforeEach
	void makeImages() throws IOException {
		images = TestImages.halves(folder.resolve("images"), 6, 1);
	}

	/** One of each class is taken for the other one. */
	private static ResultActions.Judged judged(final ResultActions.Side side) {
		return judged(side, LABELS);
	}

	private static ResultActions.Judged judged(final ResultActions.Side side,
		final List<String> labels)
	{
		final List<EvaluatedImage> all = new ArrayList<>();
		for (int i = 0; i < 6 * labels.size(); i++) {
			final int actual = i / 6;
			final int predicted = i % 6 == 0 ? (actual + 1) % labels.size() : actual;
			final float[] probabilities = new float[labels.size()];
			probabilities[predicted] = 1;
			all.add(new EvaluatedImage(new LabeledPrediction(labels.get(actual) +
				"/%03d.png".formatted(i % 6), actual, new Prediction(probabilities)),
				"", false));
		}
		final Evaluation evaluation = new Evaluation(new ClassLabels(labels),
			new EvaluatedSide(side == ResultActions.Side.TEST ? "test side"
				: "validation side", "some"), all);
		return new ResultActions.Judged(side, EvaluationVerdict.of(evaluation,
			"hidden", "test"), evaluation.result());
	}

	private ResultPanel result(final Found actions) throws Exception {
		return onEventThread(() -> {
			final ResultPanel panel = new ResultPanel(
				"mitocheck of the second plate, without those of the first day.zip: " +
					"stopped by the user at epoch 6 of at most 60, the best one is kept",
				Optional.of(judged(ResultActions.Side.VALIDATION)), actions);
			panel.setSize(WIDTH, HEIGHT);
			return panel;
		});
	}

	private static String texts(final Container in) throws Exception {
		return onEventThread(() -> {
			final StringBuilder texts = new StringBuilder();
			all(in).stream().filter(JLabel.class::isInstance).forEach(label -> texts
				.append(((JLabel) label).getText()).append('\n'));
			return texts.toString();
		});
	}

	private static void awaitText(final Container in, final String text)
		throws Exception
	{
		while (!texts(in).contains(text))
			TimeUnit.MILLISECONDS.sleep(20);
	}

	@Test
	void theResultCardShowsAllItsWords() throws Exception {
		final ResultPanel panel = result(new Found());
		final AbstractButton report = (AbstractButton) onEventThread(() -> all(
			panel).stream().filter(part -> part instanceof AbstractButton button &&
				"Report".equals(button.getText())).findFirst().orElseThrow());
		EventQueue.invokeAndWait(report::doClick);
		awaitText(panel, "The report is in");
		assertEquals(List.of(), onEventThread(() -> CutParts.in(panel)));
	}

	@Test
	void theMatrixOfManyClassesHasMostOfTheRoomAndCanBeScrolled()
		throws Exception
	{
		final List<String> labels = IntStream.range(0, 16).mapToObj(
			i -> "PhenotypeNumber" + i).toList();
		final ResultPanel panel = onEventThread(() -> {
			final ResultPanel result = new ResultPanel("mitocheck.zip", Optional.of(
				judged(ResultActions.Side.VALIDATION, labels)), new Found());
			result.setSize(WIDTH, HEIGHT);
			return result;
		});
		assertEquals(List.of(), onEventThread(() -> CutParts.in(panel)));
		final Component matrix = onEventThread(() -> all(panel).stream().filter(
			MatrixPanel.class::isInstance).findFirst().orElseThrow());
		assertTrue(matrix.getWidth() > WIDTH / 2, matrix.toString());
		final List<Component> bars = onEventThread(() -> all((Container) matrix)
			.stream().filter(part -> part instanceof JScrollBar && part.isVisible())
			.toList());
		assertEquals(2, bars.size());
	}

	@Test
	void aCellThatIsChosenShowsItsImagesAtOnce() throws Exception {
		final Found actions = new Found();
		final ResultPanel panel = result(actions);
		final JTable matrix = (JTable) onEventThread(() -> all(panel).stream()
			.filter(JTable.class::isInstance).findFirst().orElseThrow());
		EventQueue.invokeAndWait(() -> matrix.changeSelection(0, 1, false, false));
		awaitText(panel, "1 image: 'left', taken for 'right'");
		final JList<?> gallery = (JList<?>) onEventThread(() -> all(panel).stream()
			.filter(part -> part instanceof JList && "Images".equals(part
				.getAccessibleContext().getAccessibleName())).findFirst()
			.orElseThrow());
		assertEquals(1, onEventThread(() -> gallery.getModel().getSize()));
		EventQueue.invokeAndWait(() -> matrix.changeSelection(1, 1, false, false));
		awaitText(panel, "5 images: 'right'");
		assertEquals(1, actions.searched, "the folder is looked through once");
		assertEquals(List.of(), actions.shown, "no other window opens");
		assertEquals(List.of(), onEventThread(() -> CutParts.in(panel)));
	}

	@Test
	void theCardOfATrainingShowsAllItsWordsAndSaysWhereTheBackgroundIs()
		throws Exception
	{
		final LearningWatch watch = new LearningWatch();
		try {
			final LearningPanel panel = onEventThread(() -> new LearningPanel(
				new TrainingControl(
					"mitocheck of the second plate, without those of the first day.zip",
					Progress.none()), watch, new TrainingQueue(), new Place()));
			panel.setSize(WIDTH, HEIGHT);
			assertEquals(List.of(), onEventThread(() -> CutParts.in(panel)));
			assertTrue(onEventThread(() -> all(panel).stream().anyMatch(
				part -> part instanceof AbstractButton button && "Shows the images"
					.equals(button.getToolTipText()))));
		}
		finally {
			watch.close();
		}
	}

	/** In a window with images. */
	private static final class Place implements TrainingStage {

		@Override
		public void show(final JComponent panel) {
			// nobody sees it
		}

		@Override
		public void sendToBackground() {
			// it is there
		}

		@Override
		public String wayBack() {
			return "Shows the images";
		}

		@Override
		public void setEnded(final boolean hasResult) {
			// nobody is told
		}

		@Override
		public boolean isIn(final Window window) {
			return false;
		}
	}
}
