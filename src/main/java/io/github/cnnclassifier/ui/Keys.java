
package io.github.cnnclassifier.ui;

import java.awt.event.ActionEvent;

import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** What keys do. */
public final class Keys {

	private Keys() {}

	/**
	 * @param component where the key counts, if it has the focus
	 * @param key as {@link KeyStroke#getKeyStroke(String)} understands it
	 * @param deed what it does, on the event thread
	 */
	public static void bind(final JComponent component, final String key,
		final Runnable deed)
	{
		bind(component, JComponent.WHEN_FOCUSED, key, deed);
	}

	/**
	 * @param component where the key counts, if anything in it has the focus
	 * @param key as {@link KeyStroke#getKeyStroke(String)} understands it
	 * @param deed what it does, on the event thread
	 */
	public static void bindAll(final JComponent component, final String key,
		final Runnable deed)
	{
		bind(component, JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, key, deed);
	}

	/**
	 * @param component in a window where the key counts, whatever has the focus
	 *          and even if nothing has
	 * @param key as {@link KeyStroke#getKeyStroke(String)} understands it
	 * @param deed what it does, on the event thread
	 */
	public static void bindWindow(final JComponent component, final String key,
		final Runnable deed)
	{
		bind(component, JComponent.WHEN_IN_FOCUSED_WINDOW, key, deed);
	}

	/**
	 * @param character any but a space, whatever keys it takes to type it
	 * @return what the other methods take as a key
	 */
	public static String typed(final char character) {
		return "typed " + character;
	}

	private static void bind(final JComponent component, final int when,
		final String key, final Runnable deed)
	{
		component.getInputMap(when).put(KeyStroke.getKeyStroke(key), key);
		component.getActionMap().put(key, new AbstractAction() {

			private static final long serialVersionUID = 1L;

			@Override
			public void actionPerformed(final ActionEvent event) {
				deed.run();
			}
		});
	}
}
