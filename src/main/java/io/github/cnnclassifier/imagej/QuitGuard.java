
package io.github.cnnclassifier.imagej;

import java.awt.EventQueue;
import java.util.function.BooleanSupplier;

import ij.CommandListener;
import ij.Executer;

/**
 * Keeps ImageJ from quitting as long as something would be lost that is not on
 * the disk. Whoever makes it closes it.
 */
public final class QuitGuard implements CommandListener, AutoCloseable {

	private static final String QUIT = "Quit";

	private final BooleanSupplier needed;
	private final Runnable asked;

	/**
	 * @param needed whether something would be lost now; asked on any thread
	 * @param asked told on the event thread that ImageJ was to quit, and does not
	 */
	public QuitGuard(final BooleanSupplier needed, final Runnable asked) {
		this.needed = needed;
		this.asked = asked;
		Executer.addCommandListener(this);
	}

	@Override
	public String commandExecuting(final String command) {
		if (!QUIT.equals(command) || !needed.getAsBoolean()) return command;
		EventQueue.invokeLater(asked);
		return null;
	}

	@Override
	public void close() {
		Executer.removeCommandListener(this);
	}
}
