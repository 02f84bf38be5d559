
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Font;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/**
 * What stands in the window while a training runs that shows itself elsewhere,
 * and when it has ended. Used on the event thread.
 */
final class RunCard extends JPanel {

	private static final long serialVersionUID = 1L;

	private static final int GAP = 10;

	private final String model;
	private final JLabel heading = new JLabel();
	private final JTextArea words = new JTextArea();
	private final JButton back = new JButton("Back to the images");

	/**
	 * @param model its name
	 * @param images shows them again
	 */
	RunCard(final String model, final Runnable images) {
		super(new BorderLayout(GAP, GAP));
		this.model = model;
		setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		heading.putClientProperty("html.disable", Boolean.TRUE);
		heading.setFont(heading.getFont().deriveFont(Font.BOLD));
		words.setEditable(false);
		words.setLineWrap(true);
		words.setWrapStyleWord(true);
		words.setOpaque(false);
		words.setFont(heading.getFont().deriveFont(Font.PLAIN));
		words.getAccessibleContext().setAccessibleName("The training");
		back.addActionListener(event -> images.run());
		final JPanel below = new JPanel(new FlowLayout(FlowLayout.LEFT, 0, 0));
		below.add(back);
		add(heading, BorderLayout.NORTH);
		add(new JScrollPane(words));
		add(below, BorderLayout.SOUTH);
		heading.setText("Training of " + model);
		words.setText("The status bar of ImageJ tells how far it is, and a plot " +
			"how good it is.\nEscape stops it and keeps the best model so far. " +
			"ImageJ can be used meanwhile.");
	}

	/** @param lines what came of it */
	void end(final List<String> lines) {
		heading.setText("Trained: " + model);
		words.setText(String.join("\n", lines));
		back.setText("Train again with corrections");
	}
}
