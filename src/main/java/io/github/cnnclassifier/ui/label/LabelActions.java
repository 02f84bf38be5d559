
package io.github.cnnclassifier.ui.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.ui.Counted;
import io.github.cnnclassifier.workflow.label.AlikeCrops;
import io.github.cnnclassifier.workflow.label.CropState;
import io.github.cnnclassifier.workflow.label.FeatureStage;
import io.github.cnnclassifier.workflow.label.LabelClass;
import io.github.cnnclassifier.workflow.label.LabelSession;

/**
 * What keys and buttons do with the selected crops. On the event thread.
 */
final class LabelActions {

	/** So many guesses can have been looked at. */
	private static final int MOST_UNASKED = 100;
	private static final String SELECT_FIRST =
		"Select crops first: click them, " +
			"draw a band around them, or use the arrow keys.";

	private final LabelSession session;
	private final CropGrid grid;
	private final GridOrder order;
	private final Consumer<String> told;
	private final Predicate<String> asked;
	private boolean goesOn = true;
	/** What was taken last, as long as nothing else was done since. */
	private Optional<AlikeCrops> group = Optional.empty();

	/**
	 * @param session whose crops are labeled
	 * @param grid has the selection
	 * @param order of the grid
	 * @param told what was done, or why not
	 * @param asked a question that somebody answers with yes or no
	 */
	LabelActions(final LabelSession session, final CropGrid grid,
		final GridOrder order, final Consumer<String> told,
		final Predicate<String> asked)
	{
		this.session = session;
		this.grid = grid;
		this.order = order;
		this.told = told;
		this.asked = asked;
	}

	/** @param on whether the next crop is selected after one got a label */
	void setGoesOn(final boolean on) {
		goesOn = on;
	}

	/** Gives the class with that key to the selected crops. */
	void giveKey(final char key, final boolean mayGoOn) {
		final Optional<String> label = grid.looks().of(key);
		if (label.isEmpty()) told.accept("No class has the key " + key +
			" yet: type the name of a new class under Classes.");
		else give(label.get(), mayGoOn);
	}

	/** Gives the class to the selected crops. */
	void give(final String label, final boolean mayGoOn) {
		final int[] crops = grid.selected();
		if (crops.length == 0) {
			told.accept(SELECT_FIRST);
			return;
		}
		final int readable = (int) Arrays.stream(crops).filter(crop -> session
			.state(crop).problem().isEmpty()).count();
		if (readable == 0) {
			told.accept("What is selected cannot be read, and gets no label.");
			return;
		}
		attempt(() -> {
			group = Optional.empty();
			session.label(crops, label);
			told.accept(counted(readable) + " now: " + label + "." +
				(readable == crops.length ? "" : " " + counted(crops.length -
					readable) + " cannot be read, without a label."));
			if (crops.length == 1 && goesOn && mayGoOn) order.goOn();
		});
	}

	/** Confirms what is predicted of the selected crops. */
	void confirm(final boolean mayGoOn) {
		final int[] crops = grid.selected();
		if (crops.length == 0) {
			told.accept(SELECT_FIRST);
			return;
		}
		final Map<String, List<Integer>> guesses = guesses(crops);
		final int count = guesses.values().stream().mapToInt(List::size).sum();
		if (count == 0) {
			told.accept("Nothing is predicted of what is selected and has no label.");
			return;
		}
		if (count > MOST_UNASKED && !asked.test(count +
			" predictions would become labels, as if somebody had looked at each. " +
			"Confirm them?")) return;
		attempt(() -> {
			group = Optional.empty();
			guesses.forEach((label, some) -> session.label(some.stream().mapToInt(
				Integer::intValue).toArray(), label));
			told.accept(counted(count) + " confirmed" + (guesses.size() == 1 ? ": " +
				guesses.keySet().iterator().next() : ", of " + guesses.size() +
					" classes") + ".");
			if (crops.length == 1 && goesOn && mayGoOn) order.goOn();
		});
	}

	/** Of a group that was taken, all get the class that it seems to have. */
	private Map<String, List<Integer>> guesses(final int[] crops) {
		final Map<String, List<Integer>> guesses = new LinkedHashMap<>();
		final Optional<String> common = isOfTheGroup(crops) ? group.get()
			.suggested() : Optional.empty();
		for (final int crop : crops) {
			final CropState state = session.state(crop);
			if (state.confirmed().isPresent()) continue;
			common.or(() -> Guess.of(session.crop(crop), state)).ifPresent(
				label -> guesses.computeIfAbsent(label, none -> new ArrayList<>()).add(
					crop));
		}
		return guesses;
	}

	private boolean isOfTheGroup(final int[] crops) {
		if (group.isEmpty()) return false;
		final Set<Integer> members = set(group.get().crops());
		return Arrays.stream(crops).allMatch(members::contains);
	}

	private static Set<Integer> set(final int[] crops) {
		final Set<Integer> set = new HashSet<>();
		for (final int crop : crops)
			set.add(crop);
		return set;
	}

	/** Takes the labels of the selected crops away. */
	void unlabel() {
		final int[] crops = Arrays.stream(grid.selected()).filter(crop -> session
			.state(crop).confirmed().isPresent()).toArray();
		if (crops.length == 0) {
			told.accept("Nothing that is selected has a label.");
			return;
		}
		attempt(() -> {
			session.unlabel(crops);
			told.accept(counted(crops.length) + " without a label again.");
		});
	}

	/** Leaves the selected crops out of what is proposed. */
	void putOff() {
		final int[] crops = grid.selected();
		if (crops.length == 0) {
			told.accept(SELECT_FIRST);
			return;
		}
		attempt(() -> {
			group = Optional.empty();
			session.putOff(crops);
			told.accept(counted(crops.length) +
				" left out of what is proposed, without a label.");
			order.goOn();
		});
	}

	void undo() {
		attempt(() -> showAgain(session.undo(), "There is nothing to take back.",
			" as before."));
	}

	void redo() {
		attempt(() -> showAgain(session.redo(), "There is nothing to make again.",
			" changed again."));
	}

	private void showAgain(final int[] crops, final String none,
		final String done)
	{
		if (crops.length == 0) {
			told.accept(none);
			return;
		}
		group = Optional.empty();
		grid.goTo(crops);
		told.accept(counted(crops.length) + done);
	}

	/** Goes to what is to be labeled next. */
	void next() {
		group = Optional.empty();
		if (order.goToProposal()) return;
		if (session.features().kind() == FeatureStage.Kind.READY) {
			session.putBack();
			if (order.goToProposal()) {
				told.accept("Those that were left out are proposed again.");
				return;
			}
		}
		order.goOn();
		told.accept("Nothing is proposed at this moment; the next crop without a " +
			"label is selected, if there is one.");
	}

	/**
	 * Selects a whole group of alike crops: the one of the crop in front, or the
	 * next one if that is selected already.
	 */
	void takeAlike() {
		final List<AlikeCrops> groups = session.groups();
		if (groups.isEmpty()) {
			told.accept("No groups of alike crops are known yet.");
			return;
		}
		final int number = numberOfGroup(groups);
		final AlikeCrops chosen = groups.get(number);
		group = Optional.of(chosen);
		grid.showFirst(chosen.crops());
		grid.goTo(chosen.crops());
		told.accept(counted(chosen.crops().length) + " that look alike" + chosen
			.suggested().map(label -> ", probably " + label +
				": Enter confirms all of them, or press the key of another class. " +
				"Ctrl+click leaves one out.").orElse(
					": press the key of their class. Ctrl+click leaves one out."));
	}

	private int numberOfGroup(final List<AlikeCrops> groups) {
		final Set<Integer> selected = set(grid.selected());
		for (int i = 0; i < groups.size(); i++) {
			if (!selected.isEmpty() && selected.equals(set(groups.get(i).crops())))
				return (i + 1) % groups.size();
		}
		final int lead = grid.lead();
		return IntStream.range(0, groups.size()).filter(i -> selected.contains(
			lead) && Arrays.stream(groups.get(i).crops()).anyMatch(
				crop -> crop == lead)).findFirst().orElse(0);
	}

	/** @param label without spaces around it */
	void add(final String label, final Runnable added) {
		attempt(() -> {
			final boolean known = session.classes().stream().anyMatch(one -> one
				.label().equals(label));
			final LabelClass one = session.addClass(label);
			added.run();
			final String key = ClassLooks.key(one);
			told.accept("'" + one.label() + "' is a class " + (known ? "already"
				: "now") + (key.isEmpty() ? "." : ", with the key " + key + "."));
		});
	}

	void rename(final String from, final String to) {
		attempt(() -> {
			session.renameClass(from, to);
			told.accept("'" + from + "' is called '" + to + "' now.");
		});
	}

	void remove(final String label) {
		attempt(() -> {
			session.removeClass(label);
			told.accept("'" + label + "' is no class any more.");
		});
	}

	/** What is refused is told, and nothing has changed. */
	private void attempt(final Runnable deed) {
		try {
			deed.run();
		}
		catch (final UserFailure refused) {
			told.accept(refused.getMessage());
		}
	}

	static String counted(final int crops) {
		return Counted.of(crops, "crop", "crops");
	}
}
