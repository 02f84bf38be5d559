
package io.github.cnnclassifier.ui.train;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

import io.github.cnnclassifier.evaluation.Figures;
import io.github.cnnclassifier.model.EpochFigures;
import io.github.cnnclassifier.workflow.train.EpochSummary;
import io.github.cnnclassifier.workflow.train.LearningCourse;

/**
 * The course of a training as a curve over its epochs, the best one marked:
 * what is right of images not learned from, or the loss.
 */
final class CurveView extends JComponent {

	private static final long serialVersionUID = 1L;

	private static final int LEFT = 46;
	private static final int RIGHT = 12;
	/** For the legend, and below it the mark of the best epoch. */
	private static final int TOP = 34;
	private static final int BOTTOM = 34;
	private static final int STEPS = 4;
	private static final double MARK = 5;
	private static final BasicStroke LINE = new BasicStroke(2f);
	private static final BasicStroke DASHED = new BasicStroke(2f,
		BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] { 6f, 4f },
		0f);
	private static final BasicStroke DOTTED = new BasicStroke(1f,
		BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] { 2f, 3f },
		0f);

	private transient LearningCourse course = LearningCourse.NONE;
	private boolean ofLoss;

	CurveView() {
		setPreferredSize(new Dimension(380, 200));
		setMinimumSize(new Dimension(160, 110));
	}

	/** @param loss whether the loss is shown in the place of what is right */
	void setOfLoss(final boolean loss) {
		ofLoss = loss;
		show(course);
	}

	void show(final LearningCourse now) {
		course = now;
		final String words = (ofLoss ? "Loss over epochs. "
			: "Right on images not learned from, over epochs. ") + now.accuracy() +
			". " + now.bestWords();
		getAccessibleContext().setAccessibleName(words);
		setToolTipText(words);
		repaint();
	}

	@Override
	public AccessibleContext getAccessibleContext() {
		if (accessibleContext == null) accessibleContext =
			new AccessibleJComponent()
			{

				private static final long serialVersionUID = 1L;

				@Override
				public AccessibleRole getAccessibleRole() {
					return AccessibleRole.LABEL;
				}
			};
		return accessibleContext;
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics.create();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		final Inks inks = Inks.now();
		g.setColor(inks.paper());
		g.fillRect(0, 0, getWidth(), getHeight());
		g.setFont(getFont() == null ? g.getFont() : getFont().deriveFont(11f));
		final double top = ofLoss ? highestLoss() : 1;
		axes(g, inks, top);
		if (ofLoss) {
			g.setStroke(DASHED);
			curve(g, inks.second(), top, EpochFigures::trainingLoss);
			g.setStroke(LINE);
			curve(g, inks.first(), top, EpochFigures::validationLoss);
			best(g, inks, top, EpochFigures::validationLoss);
			legend(g, inks, "validation", "training");
		}
		else {
			guessing(g, inks);
			g.setStroke(LINE);
			curve(g, inks.first(), top, EpochFigures::validationAccuracy);
			best(g, inks, top, EpochFigures::validationAccuracy);
			legend(g, inks, "right, %", "");
		}
		g.dispose();
	}

	private List<EpochSummary> epochs() {
		return course.epochs();
	}

	private double highestLoss() {
		final double highest = epochs().stream().map(EpochSummary::figures)
			.flatMapToDouble(f -> DoubleStream.of(f.trainingLoss(), f
				.validationLoss())).filter(Double::isFinite).max().orElse(1);
		return Math.max(0.1, highest * 1.05);
	}

	private double x(final int place) {
		final int most = Math.max(Math.max(epochs().size(), course.mostEpochs() +
			(hasHead() ? 1 : 0)), 2);
		return LEFT + (double) place / (most - 1) * (getWidth() - LEFT - RIGHT);
	}

	private boolean hasHead() {
		return !epochs().isEmpty() && epochs().get(0).isHead();
	}

	private double y(final double value, final double top) {
		return getHeight() - BOTTOM - Math.min(1, value / top) * (getHeight() -
			TOP - BOTTOM);
	}

	private void axes(final Graphics2D g, final Inks inks, final double top) {
		final FontMetrics metrics = g.getFontMetrics();
		g.setStroke(new BasicStroke(1));
		for (int i = 0; i <= STEPS; i++) {
			final double value = top * i / STEPS;
			final int y = (int) y(value, top);
			g.setColor(inks.faint());
			g.drawLine(LEFT, y, getWidth() - RIGHT, y);
			g.setColor(inks.text());
			final String text = ofLoss ? String.format(Locale.ROOT, "%.2f", value)
				: String.format(Locale.ROOT, "%.0f %%", 100 * value);
			g.drawString(text, LEFT - 5 - metrics.stringWidth(text), y + 4);
		}
		final int most = Math.max(epochs().size() - (hasHead() ? 1 : 0), course
			.mostEpochs());
		final int base = getHeight() - BOTTOM + metrics.getAscent() + 4;
		g.drawString(hasHead() ? "new layer" : "1", LEFT - 2, base);
		final String last = most == 0 ? "" : String.valueOf(most);
		g.drawString(last, getWidth() - RIGHT - metrics.stringWidth(last), base);
		final String axis = "epoch";
		g.drawString(axis, (getWidth() - metrics.stringWidth(axis)) / 2, base);
	}

	private void guessing(final Graphics2D g, final Inks inks) {
		final double guessing = course.last().flatMap(EpochSummary::validation).map(
			Figures::guessing).orElse(Double.NaN);
		if (Double.isNaN(guessing)) return;
		final int y = (int) y(guessing, 1);
		g.setColor(inks.text());
		g.setStroke(DOTTED);
		g.drawLine(LEFT, y, getWidth() - RIGHT, y);
		g.drawString("guessing", getWidth() - RIGHT - g.getFontMetrics()
			.stringWidth("guessing") - 2, y + 13);
	}

	private void curve(final Graphics2D g, final Color color, final double top,
		final ToDoubleFunction<EpochFigures> value)
	{
		final Path2D path = new Path2D.Double();
		boolean pen = false;
		g.setColor(color);
		for (int i = 0; i < epochs().size(); i++) {
			final double now = value.applyAsDouble(epochs().get(i).figures());
			if (!Double.isFinite(now)) {
				pen = false;
				continue;
			}
			if (pen) path.lineTo(x(i), y(now, top));
			else path.moveTo(x(i), y(now, top));
			pen = true;
			g.fill(new Ellipse2D.Double(x(i) - 2, y(now, top) - 2, 4, 4));
		}
		g.draw(path);
	}

	private void best(final Graphics2D g, final Inks inks, final double top,
		final ToDoubleFunction<EpochFigures> value)
	{
		final int best = course.best();
		if (best < 0) return;
		final double x = x(best);
		g.setColor(inks.text());
		g.setStroke(DOTTED);
		g.drawLine((int) x, TOP, (int) x, getHeight() - BOTTOM);
		final double now = value.applyAsDouble(epochs().get(best).figures());
		g.setStroke(LINE);
		if (Double.isFinite(now)) g.draw(new Ellipse2D.Double(x - MARK, y(now,
			top) - MARK, 2 * MARK, 2 * MARK));
		final int width = g.getFontMetrics().stringWidth("best");
		g.drawString("best", (int) Math.max(LEFT, Math.min(getWidth() - RIGHT -
			width, x - width / 2.0)), TOP - 5);
	}

	private static void legend(final Graphics2D g, final Inks inks,
		final String first, final String second)
	{
		final FontMetrics metrics = g.getFontMetrics();
		g.setStroke(LINE);
		g.setColor(inks.first());
		g.drawLine(4, 9, 18, 9);
		g.setColor(inks.text());
		g.drawString(first, 22, 13);
		if (second.isEmpty()) return;
		final int next = 34 + metrics.stringWidth(first);
		g.setStroke(DASHED);
		g.setColor(inks.second());
		g.drawLine(next, 9, next + 16, 9);
		g.setColor(inks.text());
		g.drawString(second, next + 20, 13);
	}
}
