import PropTypes from 'prop-types';

export class Panel extends React.Component {
  state = { open: false };

  static propTypes = {
    title: PropTypes.string,
  };

  toggle = () => this.setState((s) => ({ open: !s.open }));

  render() {
    const { title } = this.props;
    return (
      <section>
        <h1>{title}'s panel</h1>
        {this.state.open && (
          <p>
            Isn't it "open"? {`yes ${title}`} — a &lt; b
          </p>
        )}
      </section>
    );
  }
}

export default connect((s) => ({ a: s.a }))(Panel);
