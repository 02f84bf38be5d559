
package io.github.cnnclassifier.ui.train;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Window;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import javax.swing.AbstractButton;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.github.cnnclassifier.launch.ShownWindows;

/** What is told when something fails that nobody has thought of. */
@Tag("gui")
@Timeout(120)
class ResultPanelGuiTest {

	private JFrame frame;

	/** Whatever is asked for ends by a fault. */
	private static ResultActions faulty() {
		return (ResultActions) Proxy.newProxyInstance(ResultPanelGuiTest.class
			.getClassLoader(), new Class<?>[] { ResultActions.class }, (proxy, method,
				arguments) -> {
				throw new IllegalStateException("planted in " + method.getName());
			});
	}

	@BeforeEach
	void show() throws Exception {
		EventQueue.invokeAndWait(() -> {
			frame = new JFrame("Result");
			frame.add(new ResultPanel("wbc.zip: all epochs done", Optional.empty(),
				faulty()));
			frame.pack();
			frame.setVisible(true);
		});
	}

	@AfterEach
	void close() throws Exception {
		EventQueue.invokeAndWait(() -> Arrays.stream(Window.getWindows()).forEach(
			Window::dispose));
	}

	private AbstractButton button(final String text) throws Exception {
		return (AbstractButton) part(c -> c instanceof final AbstractButton b &&
			text.equals(b.getText()));
	}

	private Component part(final Predicate<Component> wanted) throws Exception {
		return ShownWindows.onEventThread(() -> ShownWindows.all(frame).stream()
			.filter(wanted).findFirst().orElse(null));
	}

	private Component labelThatSays(final String words) throws Exception {
		return part(c -> c instanceof final JLabel label && label.getText()
			.contains(words));
	}

	/** Waits for the dialog, which is closed. */
	private void closeDialog() throws Exception {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		JDialog dialog = ShownWindows.find(JDialog.class);
		while (dialog == null) {
			if (System.nanoTime() > end) throw new AssertionError("no dialog");
			TimeUnit.MILLISECONDS.sleep(50);
			dialog = ShownWindows.find(JDialog.class);
		}
		EventQueue.invokeAndWait(dialog::dispose);
	}

	@Test
	void aFaultEndsWhatTheStatusSaysAndIsShown() throws Exception {
		for (final String text : new String[] { "Copy methods", "Report",
			"Evaluate on hidden images" })
		{
			final AbstractButton button = button(text);
			EventQueue.invokeLater(button::doClick);
			closeDialog();
			assertTrue(labelThatSays("by a fault of the program") != null, text);
			assertFalse(labelThatSays("...") != null, text);
			assertTrue(ShownWindows.onEventThread(button::isEnabled), text);
		}
	}

	/** Whatever is asked for waits. */
	private static ResultActions waiting(final CountDownLatch until) {
		return (ResultActions) Proxy.newProxyInstance(ResultPanelGuiTest.class
			.getClassLoader(), new Class<?>[] { ResultActions.class }, (proxy, method,
				arguments) -> {
				until.await();
				return method.getReturnType() == String.class ? "It is done." : null;
			});
	}

	@Test
	void aButtonIsGrayAndSaysWhatItDoesUntilThatIsDone() throws Exception {
		for (final String text : new String[] { "Copy methods", "Report",
			"Use on open image...", "ROIs...", "Folder...",
			"Train again with corrections" })
		{
			final CountDownLatch until = new CountDownLatch(1);
			EventQueue.invokeAndWait(() -> {
				frame.setContentPane(new ResultPanel("wbc.zip: all epochs done",
					Optional.empty(), waiting(until)));
				frame.validate();
			});
			final AbstractButton button = button(text);
			EventQueue.invokeAndWait(button::doClick);
			assertFalse(ShownWindows.onEventThread(button::isEnabled), text);
			assertTrue(labelThatSays("...") != null, text);
			until.countDown();
			final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
			while (!ShownWindows.onEventThread(button::isEnabled)) {
				if (System.nanoTime() > end) throw new AssertionError(text);
				TimeUnit.MILLISECONDS.sleep(20);
			}
			assertFalse(labelThatSays("...") != null, text);
		}
	}

	@Test
	void whatNobodyHasAskedForNeedsNoDialog() throws Exception {
		final ResultPanel panel = (ResultPanel) part(c -> c instanceof ResultPanel);
		EventQueue.invokeAndWait(panel::evaluate);
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (labelThatSays("Not evaluated on hidden images") == null) {
			if (System.nanoTime() > end) throw new AssertionError("nothing told");
			TimeUnit.MILLISECONDS.sleep(50);
		}
		assertTrue(ShownWindows.onEventThread(button(
			"Evaluate on hidden images")::isEnabled));
		assertTrue(Arrays.stream(Window.getWindows()).noneMatch(w -> w
			.isShowing() && w instanceof JDialog));
	}
}
