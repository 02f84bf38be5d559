
package io.github.cnnclassifier.launch;

import java.awt.EventQueue;
import java.awt.Window;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import javax.swing.AbstractButton;
import javax.swing.JDialog;

/** Questions in small dialogs, answered as a person would. Needs a display. */
public final class GuiDialogs {

	private static final int TRIES = 1200;

	private GuiDialogs() {}

	/**
	 * Waits up to a minute.
	 *
	 * @param title of the dialog
	 * @return it, shown
	 */
	public static JDialog await(final String title) throws Exception {
		for (int i = 0; i < TRIES; i++) {
			final JDialog found = ShownWindows.onEventThread(() -> find(title));
			if (found != null) return found;
			TimeUnit.MILLISECONDS.sleep(50);
		}
		throw new AssertionError("Waited in vain for '" + title + "'; shown are " +
			Arrays.stream(Window.getWindows()).filter(Window::isShowing).toList());
	}

	/** @return null if no such dialog is shown */
	public static JDialog find(final String title) {
		return Arrays.stream(Window.getWindows()).filter(Window::isShowing).filter(
			JDialog.class::isInstance).map(JDialog.class::cast).filter(dialog -> title
				.equals(dialog.getTitle())).findFirst().orElse(null);
	}

	/**
	 * Returns when the dialog is gone; what follows may show another one.
	 *
	 * @param dialog that is shown
	 * @param text with which the text of the button begins
	 */
	public static void press(final JDialog dialog, final String text)
		throws Exception
	{
		final AbstractButton button = ShownWindows.onEventThread(() -> ShownWindows
			.all(dialog).stream().filter(AbstractButton.class::isInstance).map(
				AbstractButton.class::cast).filter(b -> b.getText() != null && b
					.getText().startsWith(text)).findFirst().orElseThrow(
						() -> new AssertionError(text)));
		EventQueue.invokeLater(button::doClick);
		for (int i = 0; i < TRIES && dialog.isShowing(); i++)
			TimeUnit.MILLISECONDS.sleep(50);
		if (dialog.isShowing()) throw new AssertionError("'" + text +
			"' leaves the dialog open");
	}
}
