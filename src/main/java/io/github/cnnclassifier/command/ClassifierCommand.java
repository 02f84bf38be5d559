
package io.github.cnnclassifier.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.scijava.command.ContextCommand;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.image.FreeHeap;
import io.github.cnnclassifier.imagej.Caller;
import io.github.cnnclassifier.imagej.CommandRun;
import io.github.cnnclassifier.imagej.CommandTables;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.imagej.StoppableCommand;
import io.github.cnnclassifier.progress.CanceledException;
import io.github.cnnclassifier.progress.InterruptAsCancel;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.storage.DiskTrouble;
import io.github.cnnclassifier.workflow.folder.CommaList;

/**
 * What all commands share: a run is one workflow call with progress, Escape and
 * failures as the host shows them. The start script calls
 * {@link #executeOrFail} itself, with a progress of its own.
 */
public abstract class ClassifierCommand extends ContextCommand implements
	StoppableCommand
{

	/**
	 * Attribute of an input: its first value in a dialog. Macros and scripts must
	 * name a value themselves, or get the declared default.
	 */
	public static final String DIALOG_DEFAULT = "dialogDefault";

	/**
	 * Attribute of an input with any value: a model that is read. Dialogs offer
	 * the known ones, and that of a file input is remembered when the command is
	 * done.
	 */
	public static final String KNOWN_MODELS = "knownModels";

	/**
	 * Style of an input that is a folder of images or a table of them, as hosts
	 * without such a choice take it for a folder.
	 */
	public static final String FOLDER_OR_TABLE = "directory,table";

	/**
	 * Style of a text input: the title of an open image, or nothing. Dialogs list
	 * the open ones.
	 */
	public static final String TITLE_STYLE = "image title";

	/** The same where it may be one in color. */
	public static final String ANY_TITLE_STYLE = "any image title";

	/**
	 * Attribute of a text: names, separated by commas, that a dialog offers as a
	 * list. Other texts are typed beside it.
	 */
	public static final String SUGGESTIONS = "suggestions";

	/** Attribute of such a text: what stands before the place to type in. */
	public static final String OR = "or";

	/**
	 * Attribute of a text: values, separated by commas, that a window offers.
	 * Others can be typed in their place.
	 */
	public static final String OFFERED = "offered";

	/**
	 * Attribute of an input with any value: in dialogs it stands in the row of
	 * the input before it, which is a number or a list: behind a longer field
	 * there is no room.
	 */
	public static final String SAME_ROW = "sameRow";

	private final String title;
	private boolean fromDialog;
	private Predicate<UserFailure> mender = failure -> false;
	private Runnable whenDone = () -> {};
	private GestureRecorder recorder = GestureRecorder.NONE;

	/** @param title of messages: the label of the command in the menu */
	protected ClassifierCommand(final String title) {
		this.title = title;
	}

	@Override
	public final void run() {
		if (CommandRun.run(title, this, this::executeOrFail, mender)) whenDone
			.run();
	}

	/**
	 * Called before a run, if there is a dialog that can come back.
	 *
	 * @param mender told of a failure; sets other inputs and returns true for
	 *          another try, false if the failure stands, or throws
	 *          {@link io.github.cnnclassifier.progress.CanceledException}
	 */
	public final void setMender(final Predicate<UserFailure> mender) {
		this.mender = mender;
	}

	/**
	 * Called before a run, if somebody wants to know that it has succeeded.
	 *
	 * @param deed called after the run, on its thread; not after a failure
	 */
	public final void setWhenDone(final Runnable deed) {
		whenDone = deed;
	}

	/**
	 * Called before a run, if what a person does in its windows can be recorded.
	 *
	 * @param gestures records them
	 */
	public final void setGestureRecorder(final GestureRecorder gestures) {
		recorder = gestures;
	}

	/** @return records what a person does in the windows of the command */
	protected final GestureRecorder gestures() {
		return recorder;
	}

	/**
	 * Called before a run, on its thread, if nothing was given and a person fills
	 * the whole dialog.
	 */
	public final void setFromDialog() {
		fromDialog = Hosts.hasWindow() && !Caller.now().isMacro();
	}

	/**
	 * @return whether a person has filled the whole dialog, so that there is
	 *         somebody to ask; false for macros, scripts and without a display.
	 *         The same from the beginning of a run to its end, whatever else
	 *         begins or ends meanwhile
	 */
	public final boolean isFromDialog() {
		return fromDialog;
	}

	/** @return where its rows go */
	protected final CommandTables tables() {
		return new CommandTables(isFromDialog());
	}

	/**
	 * Does the work with the inputs that are set, and sets the outputs.
	 *
	 * @param progress shows and cancels
	 * @return what scripts are told
	 * @throws UserFailure if inputs or images do not allow it
	 * @throws IOException if a file cannot be read or written
	 */
	protected abstract Outcome execute(Progress progress) throws IOException;

	/**
	 * The same, for callers who show failures to a user. To interrupt the thread
	 * is to cancel.
	 *
	 * @param progress shows and cancels
	 * @return what scripts are told
	 * @throws UserFailure also if a file cannot be read or written, or the memory
	 *           is full
	 * @throws CanceledException if the run was stopped and has no results; an
	 *           interrupted thread is interrupted again
	 */
	public final Outcome executeOrFail(final Progress progress) {
		final InterruptAsCancel watched = new InterruptAsCancel(progress);
		try {
			return execute(watched);
		}
		catch (final CanceledException e) {
			watched.restoreInterruption();
			throw e;
		}
		catch (final IOException e) {
			throw DiskTrouble.told(e);
		}
		catch (final OutOfMemoryError e) {
			throw new UserFailure("Java's memory of " + (FreeHeap.most() >> 20) +
				" MB is full. Close images that are open, use " +
				"smaller ones, or give Java more memory.", e);
		}
	}

	/**
	 * @param name of the input
	 * @param file what it holds; a file of an empty name counts as missing
	 * @return the path
	 * @throws WrongUsage if it is missing
	 */
	protected static Path required(final String name, final File file) {
		if (isMissing(file)) throw new WrongUsage("Expected '" + name +
			"', found nothing. Name a file or folder: " + name + "=PATH.");
		return path(file);
	}

	/**
	 * @param file what an input holds, not missing
	 * @return its name without the folders, for titles and tables
	 */
	protected static String nameOf(final File file) {
		final Path last = path(file).toAbsolutePath().normalize().getFileName();
		return last == null ? file.getPath() : last.toString();
	}

	/**
	 * @param file what an input holds, not missing
	 * @return the path
	 * @throws WrongUsage if this system cannot have a file of that name
	 */
	protected static Path path(final File file) {
		try {
			return file.toPath();
		}
		catch (final InvalidPathException e) {
			throw new WrongUsage(
				"Expected a name that this system allows for a file, found '" + file +
					"'. With letters like umlauts, start with the environment variable " +
					"LC_ALL=C.UTF-8.");
		}
	}

	/**
	 * @param file null, of an empty name, or real
	 * @return the path; empty if the file names nothing
	 * @throws WrongUsage if this system cannot have a file of that name
	 */
	protected static Optional<Path> optional(final File file) {
		return isMissing(file) ? Optional.empty() : Optional.of(path(file));
	}

	/**
	 * @param file null, of an empty name, or real
	 * @return whether it names nothing
	 */
	protected static boolean isMissing(final File file) {
		return file == null || file.getPath().isBlank();
	}

	/**
	 * @param list as {@link CommaList} takes it
	 * @return the names, each once, in the order of the alphabet
	 */
	protected static Set<String> names(final String list) {
		return new TreeSet<>(CommaList.parse(list));
	}
}
