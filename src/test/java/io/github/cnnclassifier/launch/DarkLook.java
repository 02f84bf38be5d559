
package io.github.cnnclassifier.launch;

import java.awt.EventQueue;

import javax.swing.LookAndFeel;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;

import com.formdev.flatlaf.FlatDarkLaf;

/**
 * FlatLaf's dark look, which Fiji offers, for windows that are made until it is
 * closed.
 */
public final class DarkLook implements AutoCloseable {

	private final LookAndFeel before = UIManager.getLookAndFeel();

	/** From now on. */
	public DarkLook() throws Exception {
		wear(new FlatDarkLaf());
	}

	@Override
	public void close() throws Exception {
		wear(before);
	}

	private static void wear(final LookAndFeel look) throws Exception {
		EventQueue.invokeAndWait(() -> {
			try {
				UIManager.setLookAndFeel(look);
			}
			catch (final UnsupportedLookAndFeelException e) {
				throw new IllegalStateException(e);
			}
		});
	}
}
