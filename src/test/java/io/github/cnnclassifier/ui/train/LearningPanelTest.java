
package io.github.cnnclassifier.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.event.ListDataEvent;
import javax.swing.event.ListDataListener;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.cnnclassifier.dataset.prepare.SampleList;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.model.InputShape;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.EpochFacts;
import io.github.cnnclassifier.training.ValidationAnswers;
import io.github.cnnclassifier.workflow.train.LearningWatch;
import io.github.cnnclassifier.workflow.train.ShownSamples;
import io.github.cnnclassifier.workflow.train.TrainingControl;
import io.github.cnnclassifier.workflow.train.TrainingQueue;

/** How much is drawn of a training; nobody sees it here. */
@Timeout(60)
class LearningPanelTest {

	private static final SampleList SAMPLES = ShownSamples.of(List.of("cell",
		"dirt"), 0, 0, 0, 1, 1, 1);

	private final TrainingControl control = new TrainingControl("wbc.zip",
		Progress.none());
	private final LearningWatch watch = new LearningWatch();
	private final AtomicInteger drawn = new AtomicInteger();

	/** A place that nobody looks at. */
	private static final class Nowhere implements TrainingStage {

		@Override
		public void show(final JComponent panel) {
			// nowhere
		}

		@Override
		public void sendToBackground() {
			// it is there
		}

		@Override
		public String wayBack() {
			return "nowhere";
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

	@AfterEach
	void close() {
		watch.close();
	}

	private LearningPanel panel() throws Exception {
		final LearningPanel[] made = new LearningPanel[1];
		EventQueue.invokeAndWait(() -> {
			made[0] = new LearningPanel(control, watch, new TrainingQueue(),
				new Nowhere());
			all(made[0], JLabel.class).forEach(label -> label
				.addPropertyChangeListener("text", event -> {
					if (label.getText().startsWith("wbc.zip: epoch")) drawn
						.incrementAndGet();
				}));
		});
		return made[0];
	}

	private static <C> List<C> all(final Container in, final Class<C> type) {
		final List<C> found = new ArrayList<>();
		for (final Component part : in.getComponents()) {
			if (type.isInstance(part)) found.add(type.cast(part));
			if (part instanceof final Container inner) found.addAll(all(inner, type));
		}
		return found;
	}

	private void learn(final int epoch) throws Exception {
		final ValidationAnswers answers = new ValidationAnswers(SAMPLES,
			new InputShape(1, ShownSamples.WIDTH, ShownSamples.WIDTH), new int[] { 0,
				0, 1, 1, 1, 0 }, new float[] { 0.9f, 0.8f, 0.7f, 0.9f, 0.8f, 0.7f });
		watch.onEpoch(new EpochFacts(new EpochFigures(epoch, 0.5, 0.5, 0.67, 0.01),
			true, 1000, OptionalDouble.empty(), Optional.of(answers)));
		while (watch.course().epochs().size() < epoch)
			TimeUnit.MILLISECONDS.sleep(1);
	}

	@Test
	void manyShortEpochsAreDrawnAboutOnceASecond() throws Exception {
		final LearningPanel panel = panel();
		final long start = System.nanoTime();
		for (int epoch = 1; epoch <= 60; epoch++) {
			learn(epoch);
			EventQueue.invokeAndWait(panel::look);
		}
		final double seconds = (System.nanoTime() - start) / 1e9;
		assertTrue(drawn.get() <= seconds + 1, drawn + " times in " + seconds +
			" s");
		EventQueue.invokeAndWait(panel::refresh);
		assertTrue(all(panel, JLabel.class).stream().anyMatch(label -> label
			.getText().startsWith("wbc.zip: epoch 60 of at most 1000")));
	}

	@Test
	void imagesThatStayAreNotDrawnAgain() throws Exception {
		final LearningPanel panel = panel();
		learn(1);
		EventQueue.invokeAndWait(panel::refresh);
		final AtomicInteger changes = new AtomicInteger();
		final List<ExampleList> lists = all(panel, ExampleList.class);
		assertEquals(2, lists.size());
		assertEquals(4, lists.get(0).getModel().getSize());
		EventQueue.invokeAndWait(() -> lists.forEach(list -> list.getModel()
			.addListDataListener(new Counting(changes))));
		learn(2);
		EventQueue.invokeAndWait(panel::refresh);
		assertEquals(0, changes.get());
	}

	/** Counts what makes a list draw itself. */
	private record Counting(AtomicInteger changes) implements ListDataListener {

		@Override
		public void intervalAdded(final ListDataEvent event) {
			changes.incrementAndGet();
		}

		@Override
		public void intervalRemoved(final ListDataEvent event) {
			changes.incrementAndGet();
		}

		@Override
		public void contentsChanged(final ListDataEvent event) {
			changes.incrementAndGet();
		}
	}

	@Test
	void aTrainingThatWaitsDrawsNoMovingBar() throws Exception {
		control.update(Double.NaN, "Waits until 'cells.zip' has ended");
		final LearningPanel panel = panel();
		final JProgressBar bar = all(panel, JProgressBar.class).get(0);
		assertFalse(bar.isIndeterminate());
		assertEquals("Waits until 'cells.zip' has ended", bar.getString());
	}
}
