
package io.github.cnnclassifier.workflow.train;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.dataset.prepare.TrainingSet;
import io.github.cnnclassifier.dataset.prepare.ValidationSet;
import io.github.cnnclassifier.progress.Progress;
import io.github.cnnclassifier.training.EpochFacts;
import io.github.cnnclassifier.training.TrainingListener;

/**
 * Tells in the log what a person should know of a training, and keeps the table
 * of its epochs on the disk, so that who has no display misses nothing. Each
 * kind of alert is told when it begins, not after every epoch.
 */
final class LearningNotices extends ForwardingListener {

	private final EpochTable table;
	private final Progress progress;
	private final List<EpochSummary> epochs = new ArrayList<>();
	private Set<LearningAlerts.Kind> told = EnumSet.noneOf(
		LearningAlerts.Kind.class);

	/**
	 * @param listener is told everything as well
	 * @param table gets a row for each epoch
	 * @param progress is told of alerts
	 */
	LearningNotices(final TrainingListener listener, final EpochTable table,
		final Progress progress)
	{
		super(listener);
		this.table = table;
		this.progress = progress;
	}

	@Override
	public void onImages(final TrainingSet training,
		final ValidationSet validation)
	{
		LearningAlerts.ofImages(training.samples().labels(), training.samples()
			.classCounts(), validation.samples().classCounts()).forEach(this::tell);
		super.onImages(training, validation);
	}

	@Override
	public void onEpoch(final EpochFacts facts) {
		final EpochSummary summary = EpochSummary.of(facts);
		epochs.add(summary);
		final List<LearningAlerts.Alert> alerts = LearningAlerts.ofEpochs(epochs,
			facts.epochs());
		table.add(summary, alerts);
		final Set<LearningAlerts.Kind> now = EnumSet.noneOf(
			LearningAlerts.Kind.class);
		for (final LearningAlerts.Alert alert : alerts) {
			now.add(alert.kind());
			if (!told.contains(alert.kind())) tell(alert);
		}
		told = now;
		super.onEpoch(facts);
	}

	private void tell(final LearningAlerts.Alert alert) {
		progress.message("Note: " + alert.text());
	}
}
