
package io.github.cnnclassifier.command;

import static io.github.cnnclassifier.launch.ShownWindows.all;
import static io.github.cnnclassifier.launch.ShownWindows.onEventThread;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.text.JTextComponent;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.WindowManager;
import ij.gui.GenericDialog;
import io.github.cnnclassifier.cli.TestImages;
import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.evaluation.EvaluatedImage;
import io.github.cnnclassifier.evaluation.EvaluatedSide;
import io.github.cnnclassifier.evaluation.Evaluation;
import io.github.cnnclassifier.evaluation.EvaluationVerdict;
import io.github.cnnclassifier.evaluation.ImageChoice;
import io.github.cnnclassifier.evaluation.LabeledPrediction;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.imagej.EscapeKey;
import io.github.cnnclassifier.launch.DarkLook;
import io.github.cnnclassifier.launch.Reachability;
import io.github.cnnclassifier.launch.Readability;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.progress.CancelWhen;
import io.github.cnnclassifier.progress.Listening;
import io.github.cnnclassifier.training.EpochFacts;
import io.github.cnnclassifier.training.ValidationAnswers;
import io.github.cnnclassifier.ui.ModelUse;
import io.github.cnnclassifier.ui.train.LearningPanel;
import io.github.cnnclassifier.ui.train.ResultActions;
import io.github.cnnclassifier.ui.train.ResultPanel;
import io.github.cnnclassifier.ui.train.TrainingFrame;
import io.github.cnnclassifier.workflow.EvaluatedImages;
import io.github.cnnclassifier.workflow.train.LearningWatch;
import io.github.cnnclassifier.workflow.train.ShownSamples;
import io.github.cnnclassifier.workflow.train.TrainingControl;
import io.github.cnnclassifier.workflow.train.TrainingQueue;

/**
 * A training while it lasts and what came of it, as a person sees it. Needs a
 * display. Leaves pictures in target/screens.
 */
@Tag("gui")
@Timeout(180)
class TrainingWindowGuiTest {

	private static final List<String> LABELS = List.of("neutrophil", "lymphocyte",
		"monocyte", "eosinophil");
	private static final int EPOCHS = 24;

	@TempDir
	private static Path folder;

	private static ImageJ imageJ;

	private final List<String> told = Collections.synchronizedList(
		new ArrayList<>());
	private final TrainingControl control = new TrainingControl("wbc.zip",
		new Listening(told));
	private final TrainingQueue queue = new TrainingQueue();
	private final LearningWatch watch = new LearningWatch();
	private final FakeActions actions = new FakeActions();
	private TrainingFrame frame;
	private LearningPanel panel;

	@BeforeAll
	static void startImageJ() throws Exception {
		imageJ = GuiImageJ.start(folder);
	}

	@AfterAll
	static void quitImageJ() {
		imageJ.dispose();
	}

	@AfterEach
	void closeAll() throws Exception {
		watch.close();
		EventQueue.invokeAndWait(() -> {
			for (final Window window : Window.getWindows())
				if (window instanceof TrainingFrame || window instanceof JDialog) window
					.dispose();
		});
	}

	private static AbstractButton button(final Container where, final String text)
		throws Exception
	{
		return onEventThread(() -> all(where).stream().filter(
			AbstractButton.class::isInstance).map(AbstractButton.class::cast).filter(
				b -> text.equals(b.getText())).findFirst().orElseThrow(
					() -> new AssertionError("There is no button " + text)));
	}

	private static void press(final Container where, final String text)
		throws Exception
	{
		final AbstractButton button = button(where, text);
		EventQueue.invokeLater(button::doClick);
	}

	private static String texts(final Container where) throws Exception {
		return onEventThread(() -> {
			final StringBuilder texts = new StringBuilder();
			for (final Component part : all(where)) {
				if (part instanceof final JLabel label) texts.append(label.getText())
					.append('\n');
				if (part instanceof final JTextComponent area) texts.append(area
					.getText()).append('\n');
			}
			return texts.toString();
		});
	}

	private static void awaitText(final Container where, final String text)
		throws Exception
	{
		GuiImageJ.await(() -> {
			try {
				return texts(where).contains(text) ? true : null;
			}
			catch (final Exception e) {
				throw new IllegalStateException(e);
			}
		});
	}

	private static void screenshot(final Container window, final String name)
		throws Exception
	{
		// pictures of images are made in the background
		Thread.sleep(700);
		final BufferedImage picture = onEventThread(() -> {
			final BufferedImage image = new BufferedImage(window.getWidth(), window
				.getHeight(), BufferedImage.TYPE_INT_RGB);
			window.paint(image.getGraphics());
			return image;
		});
		final Path file = Path.of("target/screens/" + name + ".png");
		Files.createDirectories(file.getParent());
		ImageIO.write(picture, "png", file.toFile());
	}

	private void show() throws Exception {
		EventQueue.invokeAndWait(() -> {
			frame = new TrainingFrame("CNN training: wbc.zip", () -> told.add(
				"background"));
			panel = new LearningPanel(control, watch, queue, frame);
			frame.show(panel);
		});
	}

	private static int[] classes() {
		final int[] classes = new int[44];
		for (int i = 0; i < classes.length; i++)
			classes[i] = i < 26 ? 0 : i < 34 ? 1 : i < 41 ? 2 : 3;
		return classes;
	}

	/** Right more and more often; the last class never. */
	private void learn(final int from, final int to) {
		final SampleList samples = ShownSamples.of(LABELS, classes());
		for (int epoch = from; epoch <= to; epoch++) {
			final int[] predicted = classes();
			final float[] confidences = new float[predicted.length];
			for (int i = 0; i < predicted.length; i++) {
				confidences[i] = 0.5f + 0.01f * ((i * 7 + epoch) % 50);
				if (predicted[i] == 3 || (i * 13 + epoch) % 20 > epoch) predicted[i] =
					0;
			}
			final ValidationAnswers answers = new ValidationAnswers(samples,
				new InputShape(1, ShownSamples.WIDTH, ShownSamples.WIDTH), predicted,
				confidences);
			watch.onEpoch(new EpochFacts(new EpochFigures(epoch, 1.2 / epoch, 0.4 +
				0.8 / epoch + (epoch > 15 ? 0.02 * (epoch - 15) : 0), answers.figures()
					.accuracy(), 0.002 * (EPOCHS + 1 - epoch) / EPOCHS), epoch <= 15,
				EPOCHS, OptionalDouble.of(20.0 * (EPOCHS - epoch)), Optional.of(
					answers)));
		}
	}

	@Test
	void itShowsHowFarHowGoodAndWhatToKnow() throws Exception {
		show();
		assertTrue(texts(frame).contains("no epoch has ended yet"));
		control.update(0.75, "Epoch 18 of 24, loss 0.067");
		learn(1, 18);
		awaitText(frame, "wbc.zip: epoch 18 of at most 24, about 2 min left");
		final String texts = texts(frame);
		assertTrue(texts.contains("Right on images not learned from: "), texts);
		assertTrue(texts.contains("(guessing: 59 %)"), texts);
		assertTrue(texts.contains("Best epoch so far: 15"), texts);
		assertTrue(texts.contains("Learning rate: 0.00058"), texts);
		assertTrue(texts.contains(
			"For 3 epochs no image was taken for the class 'eosinophil'"), texts);
		screenshot(frame, "learning-light");
		press(frame, "Loss instead");
		screenshot(frame, "learning-loss");
	}

	@Test
	void underADarkLookItIsReadableToo() throws Exception {
		try (DarkLook dark = new DarkLook()) {
			show();
			learn(1, 18);
			awaitText(frame, "epoch 18 of at most 24");
			screenshot(frame, "learning-dark");
			Readability.check(frame);
			EventQueue.invokeAndWait(() -> {
				frame.setEnded(true);
				frame.show(result());
			});
			screenshot(frame, "result-dark");
			Readability.check(frame);
			press(frame, "Evaluate on hidden images");
			awaitText(frame, "hidden images right");
			press(frame, "Show images of the cell");
			final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
				JDialog.class));
			Readability.check(question);
			Reachability.check(question);
			press(question, "Look at hidden images");
			awaitDone("images of TEST");
		}
	}

	@Test
	void itIsNoImageAndTakesNoFocus() throws Exception {
		show();
		assertEquals(0, WindowManager.getImageCount());
		assertFalse(frame.isAutoRequestFocus());
		assertTrue(onEventThread(() -> frame.getWidth() <= 900 && frame
			.getHeight() <= 620));
	}

	@Test
	void thePauseButtonHoldsOnAndGoesOn() throws Exception {
		show();
		press(frame, "Pause");
		GuiImageJ.await(() -> control.isPaused() ? true : null);
		press(frame, "Go on");
		GuiImageJ.await(() -> control.isPaused() ? null : true);
	}

	@Test
	void stopAndKeepDoesNotDiscard() throws Exception {
		show();
		press(frame, "Stop and keep");
		GuiImageJ.await(() -> control.isStopped() ? true : null);
		assertFalse(control.isDiscarded());
	}

	@Test
	void discardAsksFirst() throws Exception {
		show();
		press(frame, "Discard...");
		JDialog question = GuiImageJ.await(() -> GuiImageJ.find(JDialog.class));
		press(question, "Go on");
		GuiImageJ.await(() -> GuiImageJ.find(JDialog.class) == null ? true : null);
		assertFalse(control.isStopped());
		press(frame, "Discard...");
		question = GuiImageJ.await(() -> GuiImageJ.find(JDialog.class));
		press(question, "Discard");
		GuiImageJ.await(() -> control.isDiscarded() ? true : null);
	}

	@Test
	void theQuestionWhetherToDiscardGoesWithItsTraining() throws Exception {
		show();
		press(frame, "Discard...");
		GuiImageJ.await(() -> GuiImageJ.find(JDialog.class));
		EventQueue.invokeAndWait(() -> panel.setEnded("Stopped", false));
		GuiImageJ.await(() -> GuiImageJ.find(JDialog.class) == null ? true : null);
		assertFalse(control.isDiscarded());
	}

	@Test
	void afterEscapeItShowsThatItEnds() throws Exception {
		final AtomicBoolean escape = new AtomicBoolean();
		final TrainingControl stopped = new TrainingControl("wbc.zip",
			new CancelWhen(escape::get));
		EventQueue.invokeAndWait(() -> {
			frame = new TrainingFrame("CNN training: wbc.zip", () -> {});
			panel = new LearningPanel(stopped, watch, queue, frame);
			frame.show(panel);
		});
		assertTrue(onEventThread(button(frame, "Pause")::isEnabled));
		escape.set(true);
		EventQueue.invokeAndWait(panel::refresh);
		assertFalse(onEventThread(button(frame, "Pause")::isEnabled));
		assertFalse(onEventThread(button(frame, "Stop and keep")::isEnabled));
		assertTrue(onEventThread(() -> all(frame).stream().filter(
			JProgressBar.class::isInstance).map(JProgressBar.class::cast).findFirst()
			.orElseThrow().getString()).startsWith("Ends, and keeps"));
	}

	@Test
	void inTheBackgroundItGoesOnAndTheMenuWindowBringsItBack() throws Exception {
		show();
		press(frame, "Go on in background");
		GuiImageJ.await(() -> frame.isVisible() ? null : true);
		assertFalse(control.isStopped());
		assertEquals(List.of("background"), told);
		learn(1, 3);
		EventQueue.invokeAndWait(() -> WindowManager.toFront(frame));
		assertTrue(frame.isVisible());
		awaitText(frame, "epoch 3 of at most 24");
	}

	@Test
	void whatWaitsIsListedAndCanBeTakenAway() throws Exception {
		show();
		final TrainingQueue.Turn turn = queue.begin(control);
		final TrainingControl other = new TrainingControl("cells.zip",
			new Listening(told));
		final CompletableFuture<Void> waiting = CompletableFuture.runAsync(
			() -> queue.await(other));
		awaitText(frame, "Waits: cells.zip");
		screenshot(frame, "learning-waiting");
		press(frame, "Take away");
		GuiImageJ.await(() -> waiting.isCompletedExceptionally() ? true : null);
		turn.close();
	}

	@Test
	void everythingHasANameAndIsReachedByKeyboard() throws Exception {
		show();
		learn(1, 4);
		awaitText(frame, "epoch 4 of");
		Reachability.check(frame);
		EventQueue.invokeAndWait(() -> {
			for (final Component part : all(frame.getContentPane()))
				if (part instanceof final AbstractButton button && button
					.isFocusable() && button.getText() != null && !button.getText()
						.isEmpty()) assertTrue(button.getMnemonic() != 0, button.getText());
			frame.setEnded(true);
			frame.show(result());
		});
		Reachability.check(frame);
	}

	private static Evaluation evaluation() {
		final List<EvaluatedImage> images = new ArrayList<>();
		final int[] classes = classes();
		for (int i = 0; i < classes.length; i++) {
			final float[] probabilities = new float[4];
			probabilities[i % 9 == 8 ? 0 : classes[i]] = 1;
			images.add(new EvaluatedImage(new LabeledPrediction("image" + i,
				classes[i], new Prediction(probabilities)), "", false));
		}
		return new Evaluation(new ClassLabels(LABELS), new EvaluatedSide(
			"test side", "hidden"), images);
	}

	private static ResultActions.Judged judged(final ResultActions.Side side) {
		final Evaluation evaluation = evaluation();
		return new ResultActions.Judged(side, EvaluationVerdict.of(evaluation,
			side == ResultActions.Side.TEST ? "hidden" : "validation", "test"),
			evaluation.result());
	}

	private ResultPanel result() {
		return new ResultPanel("wbc.zip: all epochs done", Optional.of(judged(
			ResultActions.Side.VALIDATION)), actions);
	}

	/** What was asked for. */
	private static final class FakeActions implements ResultActions {

		private final List<String> done = Collections.synchronizedList(
			new ArrayList<>());
		private boolean hasNoHidden;

		@Override
		public Judged onHiddenImages() {
			if (hasNoHidden) throw new UserFailure("There is no test side.");
			done.add("evaluated");
			return judged(Side.TEST);
		}

		@Override
		public EvaluatedImages images(final Side side) {
			throw new UserFailure("There are no images here.");
		}

		@Override
		public void showImages(final Side side, final ImageChoice choice) {
			done.add("images of " + side);
			if (choice.equals(ImageChoice.WRONG)) done.add("wrong ones of " + side);
		}

		@Override
		public void showOutOfFold() {
			done.add("out of fold");
		}

		@Override
		public void use(final ModelUse use) {
			done.add("use on " + use);
		}

		@Override
		public String report() throws IOException {
			throw new IOException("disk full");
		}

		@Override
		public String methods() {
			return "Cells were classified.";
		}

		@Override
		public String trainAgain() {
			done.add("again");
			return "begins";
		}
	}

	private void showResult() throws Exception {
		show();
		EventQueue.invokeAndWait(() -> {
			frame.setEnded(true);
			frame.show(result());
		});
	}

	private void awaitDone(final String what) throws Exception {
		GuiImageJ.await(() -> actions.done.contains(what) ? true : null);
	}

	@Test
	void theResultSaysWhetherItWorksAndEvaluatesHiddenImagesOnce()
		throws Exception
	{
		showResult();
		assertTrue(texts(frame).contains("validation images right"), texts(frame));
		press(frame, "Evaluate on hidden images");
		awaitText(frame, "hidden images right");
		assertTrue(texts(frame).contains(
			"It works, but of some classes there are too few images to tell."), texts(
				frame));
		assertFalse(button(frame, "Evaluate on hidden images").isVisible());
		screenshot(frame, "result-light");
	}

	@Test
	void whoLooksAtHiddenErrorsIsToldThatItSpendsThem() throws Exception {
		showResult();
		press(frame, "Show images of the cell");
		awaitDone("images of VALIDATION");
		press(frame, "Evaluate on hidden images");
		awaitText(frame, "hidden images right");
		press(frame, "Show images of the cell");
		final JDialog question = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		assertTrue(texts(question).contains("spends these images"), texts(
			question));
		screenshot(question, "result-question");
		press(question, "Look at hidden images");
		awaitDone("images of TEST");
	}

	@Test
	void correctionsOfferValidationFirst() throws Exception {
		showResult();
		press(frame, "Correct wrong labels...");
		JDialog question = GuiImageJ.await(() -> GuiImageJ.find(JDialog.class));
		final JDialog asked = question;
		assertEquals("Validation images", onEventThread(() -> asked.getRootPane()
			.getDefaultButton().getText()));
		press(question, "Validation images");
		awaitDone("wrong ones of VALIDATION");
		GuiImageJ.await(() -> GuiImageJ.find(JDialog.class) == null ? true : null);
		press(frame, "Correct wrong labels...");
		question = GuiImageJ.await(() -> GuiImageJ.find(JDialog.class));
		press(question, "Cross-validation...");
		awaitDone("out of fold");
	}

	@Test
	void theButtonsUseTheModel() throws Exception {
		showResult();
		press(frame, "Use on open image...");
		awaitDone("use on IMAGE");
		press(frame, "ROIs...");
		awaitDone("use on ROIS");
		press(frame, "Folder...");
		awaitDone("use on FOLDER");
		press(frame, "Train again with corrections");
		awaitDone("again");
		press(frame, "Copy methods");
		awaitText(frame, "The paragraph is copied");
		assertEquals("Cells were classified.", onEventThread(() -> {
			try {
				return Toolkit.getDefaultToolkit().getSystemClipboard().getData(
					DataFlavor.stringFlavor);
			}
			catch (final Exception e) {
				throw new IllegalStateException(e);
			}
		}));
	}

	@Test
	void whatFailsIsTold() throws Exception {
		showResult();
		press(frame, "Report");
		final JDialog message = GuiImageJ.await(() -> GuiImageJ.find(
			JDialog.class));
		assertTrue(texts(message).contains("disk full"), texts(message));
		press(message, "OK");
		actions.hasNoHidden = true;
		final ResultPanel shown = (ResultPanel) all(frame).stream().filter(
			ResultPanel.class::isInstance).findFirst().orElseThrow();
		EventQueue.invokeAndWait(shown::evaluate);
		awaitText(frame, "Not evaluated on hidden images: There is no test side.");
		assertNull(GuiImageJ.find(JDialog.class), "nobody has asked for it");
	}

	@Test
	void aTrainingFromTheDialogIsShownAndJudged() throws Exception {
		final Path images = TestImages.halves(folder.resolve("images"), 20, 1);
		final Path model = folder.resolve("halves.zip");
		final GenericDialog dialog = GuiImageJ.dialogOf("Train CNN Classifier...");
		GuiImageJ.fillTraining(dialog, model.toString(), images.toString(), "",
			"none", "scratch", "tiny", "8");
		GuiImageJ.ok(dialog);
		final TrainingFrame window = GuiImageJ.await(() -> GuiImageJ.find(
			TrainingFrame.class));
		assertEquals("CNN training: halves.zip", window.getTitle());
		assertEquals(0, WindowManager.getImageCount());
		awaitText(window, "Hidden images: nothing was learned from them");
		assertTrue(texts(window).contains("hidden images right"), texts(window));
		assertEquals(List.of(), OwnTables.titles(), "no table takes the focus");
		assertTrue(Files.exists(model));
		screenshot(window, "result-real");
		press(window, "Copy methods");
		awaitText(window, "The paragraph is copied");
		IJ.wait(50);
	}

	@Test
	void escapeCountsInTheWindowOfTheTrainingAlone() throws Exception {
		final Path images = TestImages.halves(folder.resolve("many"), 40, 1);
		final Path model = folder.resolve("stopped.zip");
		final GenericDialog dialog = GuiImageJ.dialogOf("Train CNN Classifier...");
		GuiImageJ.fillTraining(dialog, model.toString(), images.toString(), "",
			"none", "scratch", "tiny", "3000");
		GuiImageJ.ok(dialog);
		final TrainingFrame window = GuiImageJ.await(() -> GuiImageJ.find(
			TrainingFrame.class));
		awaitText(window, "of at most 3000");
		EscapeKey.press(imageJ);
		onEventThread(() -> true);
		assertNull(GuiImageJ.find(JDialog.class));
		EscapeKey.press(window);
		GuiImageJ.await(() -> GuiImageJ.find(JDialog.class));
		EscapeKey.answer("Stop and keep");
		awaitText(window, "stopped by the user");
		assertTrue(Files.exists(model));
	}

	@Test
	void aSecondTrainingFromTheDialogWaitsAndCanBeTakenAway() throws Exception {
		final Path images = TestImages.halves(folder.resolve("two"), 40, 1);
		final GenericDialog dialog = GuiImageJ.dialogOf("Train CNN Classifier...");
		GuiImageJ.fillTraining(dialog, folder.resolve("first.zip").toString(),
			images.toString(), "", "none", "scratch", "tiny", "3000");
		GuiImageJ.ok(dialog);
		final TrainingFrame window = GuiImageJ.await(() -> GuiImageJ.find(
			TrainingFrame.class));
		awaitText(window, "of at most 3000");
		IJ.doCommand("Train CNN Classifier...");
		GuiImageJ.leaveTrainWindow();
		final GenericDialog next = GuiImageJ.await(() -> GuiImageJ.find(
			GenericDialog.class));
		GuiImageJ.fillTraining(next, folder.resolve("second.zip").toString(), images
			.toString(), "", "none", "scratch", "tiny", "2");
		GuiImageJ.ok(next);
		awaitText(window, "Waits: second.zip");
		press(window, "Take away");
		GuiImageJ.await(() -> IJ.getLog().contains(
			"Train CNN Classifier...: canceled") ? true : null);
		assertFalse(Files.exists(folder.resolve("second.zip")));
		press(window, "Stop and keep");
		awaitText(window, "stopped by the user");
	}
}
